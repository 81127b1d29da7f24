package org.regionwire.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * One value of front matter: text, unless the field is one of the few that are numbers or
 * yes-or-no.
 */
final class FrontMatterScalar {
  private static final Set<String> NUMBERS = Set.of("lat", "lon", "length");
  private static final Set<String> CHOICES = Set.of("withdraw");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}\\.\\d{1,18}");
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private FrontMatterScalar() {}

  static JsonNode of(String name, ScalarEvent scalar) {
    String text = scalar.getValue();
    if (!scalar.isPlain()) {
      return JsonNodeFactory.instance.textNode(text);
    }
    if (NULLS.contains(text)) {
      return JsonNodeFactory.instance.nullNode();
    }
    if (CHOICES.contains(name) && (text.equals("true") || text.equals("false"))) {
      return JsonNodeFactory.instance.booleanNode(text.equals("true"));
    }
    if (NUMBERS.contains(name) && WHOLE.matcher(text).matches()) {
      return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
    }
    return NUMBERS.contains(name) && DECIMAL.matcher(text).matches()
        ? JsonNodeFactory.instance.numberNode(Double.parseDouble(text))
        : JsonNodeFactory.instance.textNode(text);
  }

  static boolean hasTag(NodeEvent event) {
    return event instanceof ScalarEvent scalar
        ? scalar.getTag() != null
        : event instanceof CollectionStartEvent start && start.getTag() != null;
  }
}
