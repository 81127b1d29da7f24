package org.regionwire.pages;

import java.util.Locale;
import java.util.Optional;

/** What a client says it takes (RFC 9110 section 12.5). */
public record Accept(Optional<String> header) {
  /** Of the IPTC's vendor tree; nothing is registered for it. */
  static final String NINJS = "application/vnd.iptc.ninjs+json";

  /** JSON only when it is wanted more than HTML: {@code *}{@code /*} gets the page. */
  boolean prefersJson() {
    return quality("application/json", "application/*") > quality("text/html", "text/*");
  }

  /** Only by its own name. */
  boolean prefersNinjs() {
    double wanted = named(NINJS);
    return wanted > 0
        && wanted > quality("text/html", "text/*")
        && wanted >= named("application/json");
  }

  /** A browser names HTML; most programs do not. */
  public boolean namesHtml() {
    return header.isPresent() && named("text/html") > 0;
  }

  private double quality(String exact, String range) {
    double named = named(exact);
    if (named >= 0) {
      return named;
    }
    double ranged = named(range);
    return ranged >= 0 ? ranged : Math.max(0, Math.max(named("*/*"), named("*")));
  }

  /** Between 0 and 1; below 0 when it is not listed. */
  private double named(String wanted) {
    for (String part : header.orElse("").toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] pieces = part.split(";", -1);
      if (pieces[0].strip().equals(wanted)) {
        return weight(pieces);
      }
    }
    return -1;
  }

  private static double weight(String[] pieces) {
    for (String piece : pieces) {
      String parameter = piece.strip();
      if (parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
        return Double.parseDouble(parameter.substring(2));
      }
    }
    return 1;
  }
}
