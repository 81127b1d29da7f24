package org.regionwire.digest.mail.returned;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The fields of a report, which are written as headers (RFC 3464 section 2.1). */
record Fields(Map<String, String> byName) {

  /** Of each name the first: letters go to one person each. */
  static Fields of(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String line : text.replaceAll("\r?\n[ \t]+", " ").split("\r?\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return new Fields(fields);
  }

  /** Empty when there is none. */
  String first(String name) {
    return byName.getOrDefault(name, "");
  }
}
