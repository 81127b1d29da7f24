package org.regionwire.intake.validating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.Set;
import org.regionwire.intake.text.TextCleaning;
import org.regionwire.intake.text.Words;

/**
 * A clean copy of a draft's tree: text cleaned, and fields left out that are null or blank, because
 * many systems write those for "not given". The title stays, so that its being blank can be said.
 */
final class FieldCleaning {
  private static final Set<String> SEVERAL_LINES = Set.of("summary", "content");

  /** Fields in an object, entries in a list: as the schema has it, said before work is done. */
  private static final int MOST = 100;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Problems problems;

  FieldCleaning(Problems problems) {
    this.problems = problems;
  }

  ObjectNode clean(ObjectNode tree) {
    return object(tree, "");
  }

  private ObjectNode object(ObjectNode raw, String pointer) {
    ObjectNode clean = NODES.objectNode();
    if (raw.size() > MOST) {
      String who = pointer.isEmpty() ? "The submission " : "";
      problems.add(pointer, who + Words.of("holds %,d fields; at most %,d", raw.size(), MOST));
      return clean;
    }
    for (var field : raw.properties()) {
      String at = Pointers.in(pointer, field.getKey());
      value(field.getKey(), field.getValue(), at)
          .filter(value -> !value.isNull() && (at.equals("/title") || !isBlank(value)))
          .ifPresent(value -> clean.set(field.getKey(), value));
    }
    return clean;
  }

  private ArrayNode array(String name, ArrayNode raw, String pointer) {
    ArrayNode clean = NODES.arrayNode();
    if (raw.size() > MOST) {
      problems.add(pointer, Words.of("holds %,d entries; at most %,d", raw.size(), MOST));
      return clean;
    }
    for (int i = 0; i < raw.size(); i++) {
      value(name, raw.get(i), pointer + "/" + i).ifPresent(clean::add);
    }
    return clean;
  }

  private Optional<JsonNode> value(String name, JsonNode raw, String at) {
    if (raw instanceof ObjectNode object) {
      return Optional.of(object(object, at));
    }
    if (raw instanceof ArrayNode array) {
      return Optional.of(array(name, array, at));
    }
    if (raw.isTextual()) {
      return Optional.of(text(name, (TextNode) raw));
    }
    if (raw.isFloatingPointNumber() && !Double.isFinite(raw.doubleValue())) {
      problems.add(at, "is a number beyond all measure");
      return Optional.empty();
    }
    return Optional.of(raw);
  }

  private static TextNode text(String name, TextNode raw) {
    String value = raw.textValue();
    String clean =
        SEVERAL_LINES.contains(name) ? TextCleaning.text(value).strip() : TextCleaning.line(value);
    if (TextCleaning.isBlank(clean)) {
      return TextNode.valueOf("");
    }
    return clean.equals(value) ? raw : TextNode.valueOf(clean);
  }

  private static boolean isBlank(JsonNode value) {
    return value.isTextual() && value.textValue().isEmpty();
  }
}
