package org.regionwire.feeds.entries;

/** Plain text put into HTML. */
public final class Html {
  private Html() {}

  static String paragraph(String text) {
    return "<p>" + escape(text) + "</p>";
  }

  static String link(String address) {
    String safe = escape(address);
    return "<a href=\"" + safe + "\">" + safe + "</a>";
  }

  public static String escape(String text) {
    var safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }
}
