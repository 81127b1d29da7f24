package org.regionwire;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.regionwire.digest.Pause.Scope;
import org.regionwire.operate.Held;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The kill switch: beside a running wire or without one. */
abstract class DigestHold implements Callable<Integer> {
  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private What what = new What();

  @Spec private CommandSpec spec;

  /** Without any of them: all letters. */
  static final class What {
    @Option(names = "--run", paramLabel = "<run>", description = "a run, as status names it")
    private Optional<String> run = Optional.empty();

    @Option(
        names = "--selection",
        paramLabel = "<selection>",
        description = "a selection, as in the addresses of feeds: malmo+lund?kind=event")
    private Optional<String> selection = Optional.empty();

    @Option(
        names = "--destination",
        paramLabel = "<domain>",
        description = "what goes to addresses of a domain: example.org")
    private Optional<String> destination = Optional.empty();

    private Scope scope() {
      if (run.isPresent()) {
        return Scope.RUN;
      }
      if (selection.isPresent()) {
        return Scope.SELECTION;
      }
      return destination.isPresent() ? Scope.DESTINATION : Scope.ALL;
    }

    private String name() {
      return run.or(() -> selection).or(() -> destination).orElse("");
    }
  }

  abstract String apply(Newsroom newsroom, Scope scope, String name);

  @Override
  public Integer call() throws Exception {
    try (var newsroom =
        new Newsroom(Regionwire.settings(), Clock.systemUTC(), new SecureRandom())) {
      String said = apply(newsroom, what.scope(), what.name());
      spec.commandLine().getOut().println(said);
    }
    return 0;
  }

  @Command(
      name = "pause",
      description =
          "Let nothing go out any more from the next letter on: of all, of a run, of a selection or"
              + " to a domain. What waits stays planned.",
      mixinStandardHelpOptions = true)
  static final class Pausing extends DigestHold {
    @Option(names = "--reason", paramLabel = "<words>", description = "why, for status")
    private String reason = "by the operator";

    @Override
    String apply(Newsroom newsroom, Scope scope, String name) {
      var operating = newsroom.mailroom().operating();
      var held = Held.typed(scope, name, operating, newsroom.selections());
      operating.pause(held.scope(), held.name(), reason);
      return "paused: " + held.words();
    }
  }

  @Command(
      name = "resume",
      description =
          "Let go what pause, or too many refusals, held. A running wire begins in seconds.",
      mixinStandardHelpOptions = true)
  static final class Resuming extends DigestHold {
    @Override
    String apply(Newsroom newsroom, Scope scope, String name) {
      var held = Held.kept(scope, name);
      return (newsroom.mailroom().operating().resume(scope, held.name())
              ? "resumed: "
              : "was not paused: ")
          + held.words();
    }
  }
}
