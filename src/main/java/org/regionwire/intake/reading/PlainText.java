package org.regionwire.intake.reading;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/** The words of an HTML text, a space where a block ends. */
final class PlainText implements HtmlSanitizer.Policy {
  private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template");
  private static final Set<String> INLINE =
      Set.of("a", "abbr", "b", "code", "em", "i", "mark", "span", "strong", "sub", "sup", "u");

  private final StringBuilder words = new StringBuilder();
  private int silent;

  private PlainText() {}

  static String of(String html) {
    var text = new PlainText();
    HtmlSanitizer.sanitize(html, text);
    return text.words.toString().strip();
  }

  @Override
  public void openDocument() {}

  @Override
  public void closeDocument() {}

  @Override
  public void openTag(String name, List<String> attributes) {
    silent += SILENT.contains(name) ? 1 : 0;
    gap(name);
  }

  @Override
  public void closeTag(String name) {
    silent -= SILENT.contains(name) && silent > 0 ? 1 : 0;
    gap(name);
  }

  @Override
  public void text(String text) {
    if (silent == 0) {
      words.append(text);
    }
  }

  private void gap(String name) {
    if (!INLINE.contains(name)) {
      words.append(' ');
    }
  }
}
