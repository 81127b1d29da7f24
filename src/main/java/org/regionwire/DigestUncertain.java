package org.regionwire;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.regionwire.digest.Doubt;
import org.regionwire.digest.Operating;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "uncertain",
    description =
        "Letters of which nobody knows whether they went out. By themselves they go out again, with"
            + " the same Message-ID; here you decide sooner, or otherwise.",
    mixinStandardHelpOptions = true)
final class DigestUncertain implements Callable<Integer> {
  private static final int MOST = 1000;

  @Option(names = "--sent", description = "count them as sent: they never go out again")
  private boolean sent;

  @Option(names = "--again", description = "send them again within seconds")
  private boolean again;

  @Parameters(paramLabel = "<letter>", description = "ids of letters; none: list them")
  private List<String> letters = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (letters.isEmpty() == (sent || again) || sent && again) {
      throw new IllegalArgumentException("name letters and one of --sent and --again, or nothing");
    }
    try (var newsroom =
        new Newsroom(Regionwire.settings(), Clock.systemUTC(), new SecureRandom())) {
      var operating = newsroom.operating();
      var lines =
          letters.isEmpty()
              ? operating.uncertain(MOST).stream().map(DigestUncertain::line).toList()
              : letters.stream().map(letter -> decided(operating, letter)).toList();
      lines.forEach(spec.commandLine().getOut()::println);
    }
    return 0;
  }

  private static String line(Doubt doubt) {
    return "%s  to %s, %d tries, again at %s: %s"
        .formatted(doubt.letter(), doubt.destination(), doubt.tries(), doubt.next(), doubt.reply());
  }

  private String decided(Operating operating, String letter) {
    boolean done = sent ? operating.countAsSent(letter) : operating.sendAgain(letter);
    return letter + (done ? sent ? " counts as sent" : " goes out again" : " is not in doubt");
  }
}
