package org.regionwire;

import java.util.concurrent.Callable;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiRebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "rebuild",
    description =
        "Make everything anew that follows from the revisions in the archive: the present state of"
            + " items, what selections and searches find, and with it feeds and pages, which are"
            + " kept nowhere and come out the same, byte for byte. The wire must be stopped.",
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var settings = Regionwire.settings();
    try (var lock = HomeLock.of(settings.home);
        var database = Database.open(settings.database);
        var line = new ProgressLine(spec.commandLine().getErr())) {
      long items = new JdbiRebuild(database, new ItemJson()).run(done -> line.show("items", done));
      line.close();
      spec.commandLine().getOut().println("%,d items are derived anew".formatted(items));
    }
    return 0;
  }
}
