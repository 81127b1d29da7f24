package org.regionwire;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.regionwire.archive.Database;
import org.regionwire.backup.JdbiBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "backup",
    description = {
      "Keep everything that cannot be made again in one file, beside a running wire or without one:"
          + " items with all revisions, subscriptions, the ledger of letters, tokens, secrets, and"
          + " what was accepted but is not in the archive yet.",
      "Everything that was accepted before the backup began is in it. Not in it: settings, keys and"
          + " region files of your own, files in the inbox, and letters in the outbox folder. Who"
          + " has the file can do what the wire can; only its owner may read it."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "<file>", description = "must not be there yet: wire-2026-11-22.zip")
  private Path file = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var settings = Regionwire.settings();
    var err = spec.commandLine().getErr();
    try (var journal = new JournalLook(settings, err);
        var database = Database.open(settings.database);
        var line = new ProgressLine(err)) {
      var backup =
          new JdbiBackup(
              database, Clock.systemUTC(), new Regionwire.Version().getVersion()[0], line::show);
      String made = backup.make(file, journal::look, settings.irreplaceable());
      line.close();
      spec.commandLine().getOut().println(made);
    }
    return 0;
  }
}
