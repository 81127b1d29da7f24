package org.regionwire.intake.reading;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.regionwire.intake.Refused;
import org.regionwire.intake.text.TextCleaning;
import org.regionwire.intake.text.Words;

/** Markdown (CommonMark), after YAML front matter or without it. */
final class MarkdownReader {
  private static final Pattern OPENING = Pattern.compile("---[ \\t]*(\\n|$)");
  private static final Pattern CLOSING =
      Pattern.compile("^(---|\\.\\.\\.)[ \\t]*$", Pattern.MULTILINE);

  private static final int LONGEST_FRONT_MATTER = 65_536;

  ObjectNode read(byte[] body) {
    String text = TextCleaning.text(Utf8.text(body));
    if (text.isBlank()) {
      throw new Refused(400, "", "The submission is empty.");
    }
    var opening = OPENING.matcher(text);
    if (!opening.lookingAt()) {
      return withBody(JsonNodeFactory.instance.objectNode(), text);
    }
    var closing = CLOSING.matcher(text);
    if (!closing.find(opening.end())) {
      throw new Refused(400, "", "The front matter that begins in line 1 has no closing ---.");
    }
    String yaml = text.substring(opening.end(), closing.start());
    if (yaml.length() > LONGEST_FRONT_MATTER) {
      var detail = "The front matter is longer than %,d characters.";
      throw new Refused(400, "", Words.of(detail, LONGEST_FRONT_MATTER));
    }
    return withBody(FrontMatter.read(yaml), text.substring(closing.end()));
  }

  private static ObjectNode withBody(ObjectNode item, String markdown) {
    if (markdown.isBlank()) {
      return item;
    }
    if (item.hasNonNull("content")) {
      throw new Refused(400, "/content", "is in the front matter and below it; choose one");
    }
    var document = MarkdownText.parse(markdown);
    if (!item.hasNonNull("title")) {
      document.takeHeading().ifPresent(heading -> item.put("title", heading));
    }
    return item.put("content", document.html());
  }
}
