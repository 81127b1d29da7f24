package org.regionwire;

import java.util.concurrent.Callable;
import org.regionwire.region.graph.RegionFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    description = "Check the settings and the region files, and print what is in force.",
    mixinStandardHelpOptions = true,
    subcommands = CheckMailCommand.class)
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var settings = Regionwire.settings();
    var out = spec.commandLine().getOut();
    settings.values().forEach((key, value) -> out.println(key + " = " + hidden(value)));
    var files = new RegionFiles(settings.regions);
    out.printf(
        "%d regions, %d of them with a profile, and %d topics; all is well%n",
        files.regions().all().count(),
        files.regions().profiled().size(),
        files.topics().all().size());
    return 0;
  }

  /** A URL may hold a password. */
  private static String hidden(String value) {
    return value.replaceFirst("://([^:/@]+):[^@]*@", "://$1:***@");
  }
}
