package org.regionwire.intake.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.regionwire.intake.Limits;
import org.regionwire.intake.Refused;
import org.regionwire.intake.text.Words;

/** A parsed CommonMark text. */
final class MarkdownText {
  private static final Parser PARSER =
      Parser.builder().customInlineContentParserFactory(new InlineMarkup.Factory()).build();
  private static final HtmlRenderer HTML = HtmlRenderer.builder().build();

  /**
   * Characters without an empty line between them. Unclosed marks make the parser look for their
   * end through the whole of such a stretch, each time.
   */
  private static final int LONGEST_STRETCH = 50_000;

  private static final Pattern BETWEEN_STRETCHES = Pattern.compile("\\n[ \\t]*\\n");

  private final Node document;

  private MarkdownText(Node document) {
    this.document = document;
  }

  /**
   * @throws Refused 400 when quotes, lists or emphasis are nested too deep to be rendered
   */
  static MarkdownText parse(String markdown) {
    if (BETWEEN_STRETCHES.splitAsStream(markdown).anyMatch(s -> s.length() > LONGEST_STRETCH)) {
      var detail = "The Markdown has no empty line in more than %,d characters.";
      throw new Refused(400, "", Words.of(detail, LONGEST_STRETCH));
    }
    return new MarkdownText(document(markdown));
  }

  private static Node document(String markdown) {
    try {
      Node document = PARSER.parse(markdown);
      if (!isTooDeep(document)) {
        return document;
      }
    } catch (StackOverflowError e) {
      // the parser recurses into emphasis and images; it keeps nothing, so nothing is left broken
      throw tooDeep();
    }
    throw tooDeep();
  }

  private static Refused tooDeep() {
    return new Refused(400, "", "The Markdown is nested more than " + Limits.DEPTH + " deep.");
  }

  /** Takes the first heading of level one out of the text. */
  Optional<String> takeHeading() {
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      if (block instanceof Heading heading && heading.getLevel() == 1) {
        heading.unlink();
        return Optional.of(words(heading));
      }
    }
    return Optional.empty();
  }

  String html() {
    return HTML.render(document);
  }

  /** Walks without recursion, because the renderer's recursion is what this protects. */
  private static boolean isTooDeep(Node document) {
    int depth = 0;
    Node node = document;
    while (true) {
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        if (++depth > Limits.DEPTH) {
          return true;
        }
        continue;
      }
      while (node.getNext() == null) {
        if (node == document) {
          return false;
        }
        node = node.getParent();
        depth--;
      }
      node = node.getNext();
    }
  }

  private static String words(Node parent) {
    var words = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text text) {
        words.append(text.getLiteral());
      } else if (node instanceof Code code) {
        words.append(code.getLiteral());
      } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        words.append(' ');
      } else {
        words.append(words(node));
      }
    }
    return words.toString();
  }
}
