package org.regionwire;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.regionwire.senders.Issued;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    description =
        "Show the tokens that were made: their ids, senders, regions, limits, and when each was"
            + " last used (late by up to a minute). The tokens themselves are not kept.",
    mixinStandardHelpOptions = true)
final class TokenList implements Callable<Integer> {
  private static final String ROW = "%-12s  %-20s  %-9s  %-20s  %-20s  %-6s  %s%n";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    Instant now = Clock.systemUTC().instant();
    out.printf(ROW, "id", "sender", "state", "expires", "last used", "rate", "regions");
    try (var newsroom = TokenCommand.newsroom()) {
      for (Issued one : newsroom.tokens(new SecureRandom()).all()) {
        var sender = one.sender();
        out.printf(
            ROW,
            sender.token(),
            sender.name(),
            state(one, now),
            time(one.expires()),
            time(one.used()),
            sender.perMinute() == 0 ? "" : sender.perMinute(),
            sender.everywhere() ? "all" : String.join(",", sender.regions()));
      }
    }
    return 0;
  }

  private static String state(Issued one, Instant now) {
    if (one.revoked().isPresent()) {
      return "revoked";
    }
    return one.valid(now) ? "valid" : "expired";
  }

  private static String time(Optional<Instant> time) {
    return time.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("never");
  }
}
