package org.regionwire;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.regionwire.digest.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "digest",
    description = "Digests.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DigestCommand.Run.class,
      DigestStatus.class,
      DigestPreview.class,
      DigestHold.Pausing.class,
      DigestHold.Resuming.class,
      DigestUncertain.class,
      DigestAddress.Letters.class,
      DigestAddress.Allow.class
    })
final class DigestCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "run",
      description =
          "Send the digests that are due, now or at the given time, beside a running wire or"
              + " without one. The ledger sees to it that nobody gets a letter twice.",
      mixinStandardHelpOptions = true)
  static final class Run implements Callable<Integer> {
    @Option(
        names = "--at",
        paramLabel = "<time>",
        description = "as if it were then: 2026-11-23T08:00:00+01:00")
    private Optional<String> at = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      Clock clock =
          at.map(OffsetDateTime::parse)
              .map(OffsetDateTime::toInstant)
              .<Clock>map(then -> Clock.fixed(then, ZoneOffset.UTC))
              .orElseGet(Clock::systemUTC);
      try (var newsroom = new Newsroom(Regionwire.settings(), clock, new SecureRandom())) {
        var out = spec.commandLine().getOut();
        Instant when = clock.instant();
        int letters = run(newsroom, when, out);
        out.println("letters due at " + when + ": " + letters);
        long waiting = newsroom.mailroom().operating().waiting(when.minus(Duration.ofDays(1)));
        if (waiting > 0) {
          out.println(waiting + " wait for their turn: a running wire sends them, or another run");
        }
      }
      return 0;
    }

    /** What it plans is one run, or several when it takes long. */
    private static int run(Newsroom newsroom, Instant when, PrintWriter out) {
      boolean terminal = System.console() != null;
      var since = when.truncatedTo(ChronoUnit.SECONDS);
      var operating = newsroom.mailroom().operating();
      try (var watch =
          new RunWatch(
              () -> RunState.together(operating.runs(since)),
              new ProgressBar(out, terminal),
              terminal)) {
        watch.beside();
        return newsroom.mailroom().digests().run();
      }
    }
  }
}
