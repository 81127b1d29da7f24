package org.regionwire;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.regionwire.digest.Doubt;
import org.regionwire.digest.operating.Operating;
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

  @Option(names = "--all", description = "decide so about all of them")
  private boolean all;

  @Parameters(paramLabel = "<letter>", description = "ids of letters; none: list them")
  private List<String> letters = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    boolean named = all || !letters.isEmpty();
    if (named != (sent || again) || sent && again || all && !letters.isEmpty()) {
      throw new IllegalArgumentException(
          "name letters, or --all, and one of --sent and --again; or nothing");
    }
    try (var newsroom =
        new Newsroom(Regionwire.settings(), Clock.systemUTC(), new SecureRandom())) {
      var operating = newsroom.mailroom().operating();
      if (all) {
        long decided = operating.decideAll(again);
        spec.commandLine().getOut().println(decided + (sent ? " count as sent" : " go out again"));
        return 0;
      }
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
    boolean done = operating.decide(letter, again);
    return letter + (done ? sent ? " counts as sent" : " goes out again" : " is not in doubt");
  }
}
