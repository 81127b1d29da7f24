package org.regionwire;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.regionwire.senders.TokenWish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "token",
    description =
        "Tokens of senders. Without a command: print the submit token, made now if there is none"
            + " yet; it is the newsroom's own, and may send and change everything.",
    mixinStandardHelpOptions = true,
    subcommands = {TokenCommand.New.class, TokenList.class, TokenCommand.Revoke.class})
final class TokenCommand implements Callable<Integer> {
  @Mixin private OperatorOptions operators = new OperatorOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var settings = Regionwire.settings();
    Files.createDirectories(settings.home);
    if (operators.isAsked()) {
      operators.apply(settings, spec.commandLine().getOut());
      return 0;
    }
    var token = SecretFile.in(settings.token(), new SecureRandom());
    spec.commandLine().getOut().println(token.text());
    return 0;
  }

  /** Beside a running wire or without one. */
  static Newsroom newsroom() throws IOException {
    return new Newsroom(Regionwire.settings(), Clock.systemUTC(), new SecureRandom());
  }

  @Command(
      name = "new",
      description =
          "Make a token for a sender and print it. Nobody can read it again: only its hash is kept."
              + " A running wire takes it within a second. A sender may have several, which all"
              + " speak for the same items; newsroom is the sender of the inbox and of the submit"
              + " token.",
      mixinStandardHelpOptions = true)
  static final class New implements Callable<Integer> {
    @Parameters(paramLabel = "<sender>", description = "a-z, 0-9 and hyphens: malmo-port")
    private String sender = "";

    @Option(
        names = "--regions",
        split = ",",
        paramLabel = "<region>",
        description =
            "the regions it may send for, with all of their parts: malmo,se-m. It changes only what"
                + " this sender has sent. Without: all, and what others have sent")
    private List<String> regions = List.of();

    @Option(
        names = "--expires",
        paramLabel = "<time>",
        description = "never, a day (2027-06-30, its end in UTC) or a time from now (P90D)",
        defaultValue = "P365D",
        showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS)
    private String expires = "";

    @Option(
        names = "--rate",
        paramLabel = "<number>",
        description = "submissions and changes a minute; otherwise as regionwire.limit.sender says")
    private String rate = "";

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      try (var newsroom = newsroom()) {
        var now = newsroom.clock().instant();
        var wish = TokenWish.read(sender, regions, rate, expires, newsroom.regions(), now);
        spec.commandLine().getOut().println(newsroom.tokens(new SecureRandom()).issue(wish));
        say(spec.commandLine().getErr(), wish);
      }
      return 0;
    }

    private static void say(PrintWriter err, TokenWish wish) {
      err.println(
          wish.sender()
              + " may send for "
              + (wish.regions().isEmpty() ? "all regions" : String.join(", ", wish.regions()))
              + wish.expires().map(time -> " until " + time).orElse("")
              + "; keep the token now, nobody can read it again");
    }
  }

  @Command(
      name = "revoke",
      description = "Take tokens back for good. A running wire knows it within a second.",
      mixinStandardHelpOptions = true)
  static final class Revoke implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "<token>", description = "ids, as in token list")
    private List<String> tokens = List.of();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      boolean all = true;
      try (var newsroom = newsroom()) {
        var issuing = newsroom.tokens(new SecureRandom());
        for (String token : tokens) {
          boolean done = issuing.revoke(token);
          all &= done;
          String said = done ? " is revoked" : " is no token, or was revoked before";
          spec.commandLine().getOut().println(token + said);
        }
      }
      return all ? 0 : 1;
    }
  }
}
