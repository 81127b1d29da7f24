package org.regionwire;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.regionwire.digest.Pause;
import org.regionwire.digest.RunState;
import org.regionwire.digest.operating.Operating;
import org.regionwire.operate.Held;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "status",
    description = "Runs with their letters by state, what is paused and why, and how fast it goes.",
    mixinStandardHelpOptions = true)
final class DigestStatus implements Callable<Integer> {
  @Option(
      names = "--days",
      paramLabel = "<n>",
      defaultValue = "3",
      description = "how far back (default: 3)")
  private int days;

  @Option(names = "--watch", description = "follow the newest run until nothing of it waits")
  private boolean watch;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var clock = Clock.systemUTC();
    try (var newsroom = new Newsroom(Regionwire.settings(), clock, new SecureRandom())) {
      var out = spec.commandLine().getOut();
      var operating = newsroom.mailroom().operating();
      var since = clock.instant().minus(Duration.ofDays(days));
      operating.runs(since).forEach(run -> out.println(line(run)));
      operating.pauses().forEach(pause -> out.println(line(pause)));
      if (watch) {
        operating.runs(since).stream()
            .findFirst()
            .filter(run -> run.settled() < run.all())
            .ifPresent(run -> follow(operating, run, out));
      }
      out.flush();
    }
    return 0;
  }

  private static void follow(Operating operating, RunState run, PrintWriter out) {
    boolean terminal = System.console() != null;
    var bar = new ProgressBar(out, terminal);
    new RunWatch(() -> operating.run(run.run()), bar, terminal).follow();
  }

  private static String line(RunState run) {
    return "%s  %,d letters: %s".formatted(run.run(), run.all(), run.words());
  }

  private static String line(Pause pause) {
    return "paused: "
        + Held.by(pause).words()
        + ", since "
        + pause.since()
        + (pause.isOpen() ? "" : ", until " + pause.until())
        + ": "
        + pause.reason();
  }
}
