package org.regionwire.intake.validating;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.regionwire.intake.Mistake;

/** A well-formed BCP 47 tag, in the letter case of RFC 5646 section 2.1.1. */
final class LanguageTag {
  /** Longer primary subtags are reserved, and in practice are names: "english". */
  private static final Pattern BEGINNING = Pattern.compile("[A-Za-z]{2,3}(-.*)?");

  private LanguageTag() {}

  static String parse(String text) {
    try {
      if (BEGINNING.matcher(text).matches()) {
        return new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
      }
    } catch (IllformedLocaleException e) {
      throw notOne();
    }
    throw notOne();
  }

  private static Mistake notOne() {
    return new Mistake("is not a BCP 47 language tag such as sv or nb-NO");
  }
}
