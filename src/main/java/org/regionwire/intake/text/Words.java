package org.regionwire.intake.text;

import java.util.Locale;

/** Messages read the same on every machine: 5,000 with a comma. */
public final class Words {
  private Words() {}

  public static String of(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** What a sender wrote, short and printable, so that it can be shown in a message. */
  public static String shown(String text) {
    String line = TextCleaning.line(text.length() > 200 ? text.substring(0, 200) : text);
    return line.codePointCount(0, line.length()) <= 60
        ? line
        : line.substring(0, line.offsetByCodePoints(0, 60)) + "…";
  }

  /** The first line of a library's message, as a sentence. */
  public static String sentence(String message) {
    String line = TextCleaning.line(message.lines().findFirst().orElse("").strip());
    String end = line.endsWith(".") ? "" : ".";
    return line.length() <= 300 ? line + end : line.substring(0, 300) + "…";
  }
}
