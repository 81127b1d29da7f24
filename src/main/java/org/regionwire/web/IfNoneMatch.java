package org.regionwire.web;

/** Reads If-None-Match (RFC 9110 section 13.1.2): a list of tags, weak or strong, or a star. */
public final class IfNoneMatch {
  private IfNoneMatch() {}

  /** Whether {@code header} lists the tag, by the weak comparison. */
  public static boolean lists(String header, Variant variant) {
    return contains(header, variant.etag());
  }

  /** Whether {@code header} is a star, or lists the tag by the weak comparison. */
  public static boolean matches(String header, Variant variant) {
    return lists(header, variant) || header.strip().equals("*");
  }

  /** Quotes cannot stand inside a tag, so a tag with its quotes is found as it is written. */
  private static boolean contains(String header, String etag) {
    int at = header.indexOf(etag);
    while (at >= 0) {
      if (startsTag(header, at) && endsTag(header, at + etag.length())) {
        return true;
      }
      at = header.indexOf(etag, at + 1);
    }
    return false;
  }

  private static boolean startsTag(String header, int at) {
    int start = header.startsWith("W/", at - 2) ? at - 2 : at;
    return start == 0 || isBetween(header.charAt(start - 1));
  }

  private static boolean endsTag(String header, int end) {
    return end == header.length() || isBetween(header.charAt(end));
  }

  private static boolean isBetween(char c) {
    return c == ',' || c == ' ' || c == '\t';
  }
}
