package org.regionwire.senders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regionwire.intake.Problem;
import org.regionwire.intake.Refused;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;

/**
 * A token that somebody wants, as it was typed for a command or into a form.
 *
 * @param regions slugs; empty for all
 * @param perMinute 0 for what the setting says
 * @param expires empty for never
 */
public record TokenWish(
    String sender, List<String> regions, int perMinute, Optional<Instant> expires) {
  private static final String RATES = "the rate is a number from 1, not ";

  public TokenWish {
    regions = List.copyOf(regions);
  }

  /**
   * Reads it.
   *
   * @param regions names, slugs or codes; empty for all
   * @param rate submissions and changes a minute; empty for what the setting says
   * @param expires {@code never}, a day ({@code 2027-06-30}, its end in UTC) or a time from now
   *     ({@code P90D})
   * @throws Refused 422 with every mistake
   */
  public static TokenWish read(
      String sender,
      List<String> regions,
      String rate,
      String expires,
      Regions known,
      Instant now) {
    var mistakes = new ArrayList<String>();
    if (!Sender.isName(sender)) {
      mistakes.add(Sender.NAMES + "\"" + sender + "\"");
    }
    var slugs = slugs(regions, known, mistakes);
    int perMinute = rate(rate, mistakes);
    var end = end(expires.strip(), now, mistakes);
    if (!mistakes.isEmpty()) {
      throw new Refused(422, mistakes.stream().map(what -> new Problem("", what)).toList());
    }
    return new TokenWish(sender, slugs, perMinute, end);
  }

  private static List<String> slugs(List<String> names, Regions known, List<String> mistakes) {
    var slugs = new ArrayList<String>();
    for (String name : names.stream().map(String::strip).distinct().toList()) {
      known
          .resolve(name)
          .map(Region::slug)
          .ifPresentOrElse(slugs::add, () -> mistakes.add(unknown(name, known)));
    }
    return slugs.stream().distinct().toList();
  }

  private static String unknown(String name, Regions known) {
    return "no region is called \""
        + name
        + "\"; near it are "
        + String.join(", ", known.suggestions(name));
  }

  private static int rate(String typed, List<String> mistakes) {
    if (typed.isBlank()) {
      return 0;
    }
    if (!typed.strip().matches("[1-9][0-9]{0,7}")) {
      mistakes.add(RATES + typed);
      return 0;
    }
    return Integer.parseInt(typed.strip());
  }

  private static Optional<Instant> end(String typed, Instant now, List<String> mistakes) {
    if (typed.equals("never")) {
      return Optional.empty();
    }
    try {
      Instant end =
          typed.startsWith("P")
              ? now.plus(Duration.parse(typed))
              : LocalDate.parse(typed).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      if (!now.isBefore(end)) {
        mistakes.add("its end " + typed + " is over already");
      }
      return Optional.of(end);
    } catch (DateTimeParseException | ArithmeticException e) {
      mistakes.add(
          "its end is never, a day such as 2027-06-30 or a time such as P90D, not \""
              + typed
              + "\"");
      return Optional.empty();
    }
  }
}
