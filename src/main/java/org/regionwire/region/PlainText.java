package org.regionwire.region;

import java.util.Locale;
import java.util.Set;
import org.regionwire.news.NewsItem;

/**
 * The text of sanitised HTML as a reader sees it: entities decoded, white space collapsed, a blank
 * line between blocks. Offsets of mentions in content count in it. Time is linear in the HTML.
 */
public final class PlainText {
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i",
          "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
          "time", "tt", "u", "var", "wbr");

  private final String html;
  private final StringBuilder text;
  private String gap = "";

  private PlainText(String html) {
    this.html = html;
    this.text = new StringBuilder(html.length());
  }

  public static String of(String html) {
    return new PlainText(html).read();
  }

  /** The summary, else the content's text; empty when there is neither. */
  public static String summary(NewsItem item) {
    return item.summary()
        .filter(summary -> !summary.isBlank())
        .or(() -> item.content().map(PlainText::of))
        .orElse("");
  }

  private String read() {
    int lastTag = html.lastIndexOf('>');
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<' && at < lastTag && startsTag(at + 1)) {
        at = tag(at);
      } else if (c == '&') {
        at = reference(at);
      } else if (Character.isWhitespace(c)) {
        widen(" ");
        at++;
      } else {
        at = word(at);
      }
    }
    return text.toString();
  }

  private boolean startsTag(int at) {
    char c = html.charAt(at);
    return c == '/' || c == '!' || Character.isLetter(c);
  }

  /** Returns where the text goes on. */
  private int tag(int start) {
    int end = html.indexOf('>', start);
    int from = html.charAt(start + 1) == '/' ? start + 2 : start + 1;
    int to = from;
    while (to < end && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    String name = html.substring(from, to).toLowerCase(Locale.ROOT);
    if (name.equals("br")) {
      widen("\n");
    } else if (!name.isEmpty() && !INLINE.contains(name)) {
      widen("\n\n");
    }
    return end + 1;
  }

  private int reference(int start) {
    var reference = CharacterReference.at(html, start);
    if (reference.isEmpty()) {
      add("&", 0, 1);
      return start + 1;
    }
    String decoded = reference.get().text();
    if (decoded.isBlank()) {
      widen(" ");
    } else {
      add(decoded, 0, decoded.length());
    }
    return reference.get().end();
  }

  /** Up to the next character that may be none of the text; returns where that is. */
  private int word(int start) {
    int end = start + 1;
    while (end < html.length() && isPlain(html.charAt(end))) {
      end++;
    }
    add(html, start, end);
    return end;
  }

  private static boolean isPlain(char c) {
    return c != '<' && c != '&' && !Character.isWhitespace(c);
  }

  private void add(String from, int start, int end) {
    if (text.length() > 0) {
      text.append(gap);
    }
    gap = "";
    text.append(from, start, end);
  }

  private void widen(String wish) {
    boolean more = wish.equals("\n\n") || gap.isEmpty() || gap.equals(" ");
    gap = more ? wish : gap;
  }
}
