package org.regionwire.intake.reading;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * What {@code <} begins inside a paragraph: a tag, an address, or nothing. It looks ahead only so
 * far, where the library's own parser looks to the end of the paragraph each time, which for a
 * paragraph of nothing but {@code <} takes minutes.
 */
final class InlineMarkup implements InlineContentParser {
  private static final int LONGEST_TAG = 2_000;
  private static final Pattern ADDRESS = Pattern.compile("(?i)<(https?:|mailto:)[^\\s<>]+>");
  private static final Pattern MAILBOX = Pattern.compile("<[^\\s<>@:]+@[^\\s<>@:]+>");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    var start = scanner.position();
    scanner.next();
    var afterBracket = scanner.position();
    for (int i = 0; i < LONGEST_TAG && scanner.hasNext() && scanner.peek() != '<'; i++) {
      boolean end = scanner.peek() == '>';
      scanner.next();
      if (end) {
        var source = scanner.getSource(start, scanner.position()).getContent();
        return ParsedInline.of(node(source), scanner.position());
      }
    }
    return ParsedInline.of(new Text("<"), afterBracket);
  }

  private static Node node(String source) {
    String inner = source.substring(1, source.length() - 1);
    if (ADDRESS.matcher(source).matches()) {
      return link(inner, inner);
    }
    if (MAILBOX.matcher(source).matches()) {
      return link("mailto:" + inner, inner);
    }
    if (TAG.matcher(source).matches()) {
      var tag = new HtmlInline();
      tag.setLiteral(source);
      return tag;
    }
    return new Text(source);
  }

  private static Link link(String address, String words) {
    var link = new Link(address, null);
    link.appendChild(new Text(words));
    return link;
  }

  /** Tried before the library's own parsers. */
  static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('<');
    }

    @Override
    public InlineContentParser create() {
      return new InlineMarkup();
    }
  }
}
