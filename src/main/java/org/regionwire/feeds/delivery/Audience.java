package org.regionwire.feeds.delivery;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, by the Accept header (RFC 9110 section 12.5.1). Feed readers come first: one that names
 * a type of feed gets the feed even when it likes HTML better, as some that scan pages for feeds
 * do, and so does everyone who says nothing or takes anything.
 */
final class Audience {
  private static final String HTML = "text/html";
  private static final List<String> XML = List.of("application/xml", "text/xml");
  private static final List<String> FEEDS =
      List.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "feed+json",
          "text/calendar");

  private Audience() {}

  /** Whether it is a browser with a person before it: HTML is named, and before any XML. */
  static boolean isPerson(@Nullable String accept) {
    return accept != null
        && accept.contains(HTML)
        && FEEDS.stream().noneMatch(accept::contains)
        && weight(accept, List.of(HTML)) > weight(accept, XML);
  }

  /** Of those the one that is wanted most, in thousandths; 0 when none is named. */
  private static int weight(String accept, List<String> types) {
    int most = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      if (types.contains(parts[0].strip())) {
        most = Math.max(most, weight(parts));
      }
    }
    return most;
  }

  private static int weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].replace(" ", "");
      if (parameter.startsWith("q=")) {
        return thousandths(parameter.substring("q=".length()));
      }
    }
    return 1000;
  }

  private static int thousandths(String weight) {
    try {
      return (int) (Double.parseDouble(weight) * 1000);
    } catch (NumberFormatException notAWeight) {
      return 0;
    }
  }
}
