package org.regionwire.intake.validating;

import java.util.Locale;
import java.util.regex.Pattern;
import org.regionwire.intake.text.Words;

/** What to say when a text does not match the pattern that the schema has for it. */
final class ShapeMessages {
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):.*");

  private ShapeMessages() {}

  /**
   * @param rule where the pattern stands in the schema
   */
  static String of(String rule, String value) {
    if (rule.contains("webAddress")) {
      return webAddress(value);
    }
    if (rule.contains("moment")) {
      return "is not a date (2026-05-02) or a date and time with its offset"
          + " (2026-05-02T09:30:00+02:00)";
    }
    if (rule.contains("eventTime")) {
      return "is not a date (2026-05-02) or a date and time"
          + " (2026-05-02T09:30, 2026-05-02T09:30:00+02:00)";
    }
    return "is not a media type such as application/pdf";
  }

  private static String webAddress(String value) {
    var scheme = SCHEME.matcher(value);
    if (scheme.matches() && !scheme.group(1).toLowerCase(Locale.ROOT).startsWith("http")) {
      return "begins with "
          + Words.shown(scheme.group(1))
          + ": but must be an http or https address";
    }
    return "is not an absolute http or https address such as https://example.org/page";
  }
}
