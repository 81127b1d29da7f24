package org.regionwire;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.regionwire.digest.Operating;
import org.regionwire.digest.Pause;
import org.regionwire.digest.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "status",
    description = "Runs with their letters by state, what is paused and why, and how fast it goes.",
    mixinStandardHelpOptions = true)
final class DigestStatus implements Callable<Integer> {
  private static final int BAR = 30;
  private static final Duration LOOK = Duration.ofSeconds(2);

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
      var operating = newsroom.operating();
      var since = clock.instant().minus(Duration.ofDays(days));
      operating.runs(since).forEach(run -> out.println(line(run)));
      operating.pauses().forEach(pause -> out.println(line(pause)));
      if (watch) {
        follow(operating, since, out);
      }
      out.flush();
    }
    return 0;
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

  /** One line that changes in a terminal, a line each time elsewhere. */
  private static void follow(Operating operating, Instant since, PrintWriter out) {
    String end = System.console() == null ? "\n" : "\r";
    long start = System.nanoTime();
    var runs = operating.runs(since);
    long before = runs.isEmpty() ? 0 : runs.get(0).settled();
    while (!runs.isEmpty() && runs.get(0).settled() < runs.get(0).all()) {
      LockSupport.parkNanos(LOOK.toNanos());
      runs = operating.runs(since);
      double seconds = (System.nanoTime() - start) / 1e9;
      out.print(progress(runs.get(0), (runs.get(0).settled() - before) / seconds) + end);
      out.flush();
    }
    out.println();
  }

  /** {@code [#####.....] 50 % 1,000 of 2,000, 400 a second, 3 s left}. */
  static String progress(RunState run, double perSecond) {
    long left = run.all() - run.settled();
    int full = run.all() == 0 ? BAR : (int) (BAR * run.settled() / run.all());
    String when =
        perSecond < 0.1 ? "nothing moves" : (long) Math.ceil(left / perSecond) + " s left";
    return "[%s%s] %d %% %,d of %,d, %.0f a second, %s"
        .formatted(
            "#".repeat(full),
            ".".repeat(BAR - full),
            run.all() == 0 ? 100 : 100 * run.settled() / run.all(),
            run.settled(),
            run.all(),
            perSecond,
            when);
  }
}
