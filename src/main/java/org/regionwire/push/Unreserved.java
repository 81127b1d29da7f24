package org.regionwire.push;

import java.util.regex.Pattern;

/**
 * Characters that never need an escape in a web address (RFC 3986 section 2.3); a hub decodes them
 * before it compares addresses (WebSub section 5.1.1).
 */
final class Unreserved {
  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

  private Unreserved() {}

  static String decoded(String address) {
    return ESCAPE
        .matcher(address)
        .replaceAll(
            escape -> {
              char character = (char) Integer.parseInt(escape.group(1), 16);
              return is(character) ? Character.toString(character) : escape.group();
            });
  }

  private static boolean is(char character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9'
        || "-._~".indexOf(character) >= 0;
  }
}
