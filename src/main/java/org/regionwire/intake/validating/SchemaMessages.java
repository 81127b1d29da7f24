package org.regionwire.intake.validating;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.regionwire.intake.text.Words;

/** The schema validator's findings in plain English. */
final class SchemaMessages {
  private final JsonNode schema;

  SchemaMessages(JsonNode schema) {
    this.schema = schema;
  }

  void translate(ValidationMessage message, Problems problems) {
    String at = pointer(message.getInstanceLocation());
    switch (message.getType()) {
      case "required", "dependentRequired" -> {
        String name = message.getArguments()[0].toString();
        problems.add(Pointers.in(at, name), missing(message.getType(), at, name));
      }
      case "additionalProperties" -> {
        String name = message.getProperty();
        problems.add(Pointers.in(at, name), unknown(message.getInstanceLocation(), name));
      }
      default -> problems.add(at, detail(message));
    }
  }

  private static String missing(String type, String at, String name) {
    if (type.equals("dependentRequired")) {
      return "is missing; lat and lon belong together";
    }
    if (at.isEmpty() && name.equals("reason")) {
      return "is missing; readers are told why an item is withdrawn";
    }
    return at.isEmpty() && name.equals("event")
        ? "is missing; an item of kind event has an event with a start"
        : "is missing";
  }

  private String unknown(JsonNodePath object, String name) {
    return UnknownField.detail(name, namesIn(object));
  }

  private static String detail(ValidationMessage message) {
    JsonNode value = message.getInstanceNode();
    Object limit = message.getArguments().length > 0 ? message.getArguments()[0] : "";
    return switch (message.getType()) {
      case "type" -> "is " + typeOf(value) + "; it must be " + typeNamed(message);
      case "enum" -> "is not one of " + choices(message);
      case "minLength" -> "is blank";
      case "maxLength" ->
          Words.of("is %,d characters long; at most %,d", length(value), number(limit));
      case "maxItems" -> Words.of("holds %,d entries; at most %,d", value.size(), number(limit));
      case "minimum" -> "is " + Words.shown(value.asText()) + "; at least " + limit;
      case "maximum" -> "is " + Words.shown(value.asText()) + "; at most " + limit;
      case "pattern" -> ShapeMessages.of(message.getSchemaLocation().toString(), value.asText());
      default -> "does not fit the schema: " + message.getMessage();
    };
  }

  private static int length(JsonNode value) {
    String text = value.asText();
    return text.codePointCount(0, text.length());
  }

  private static long number(Object limit) {
    return Long.parseLong(limit.toString());
  }

  private static String choices(ValidationMessage message) {
    return StreamSupport.stream(message.getSchemaNode().spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static String typeNamed(ValidationMessage message) {
    JsonNode types = message.getSchemaNode();
    return types.isArray()
        ? StreamSupport.stream(types.spliterator(), false)
            .map(SchemaMessages::typeNamed)
            .collect(Collectors.joining(" or "))
        : typeNamed(types);
  }

  private static String typeNamed(JsonNode type) {
    return switch (type.asText()) {
      case "string" -> "text";
      case "object" -> "an object";
      case "array" -> "a list";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      default -> "a number";
    };
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "text";
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      default -> "null";
    };
  }

  /** The fields that the schema knows in the object at this place. */
  private List<String> namesIn(JsonNodePath object) {
    JsonNode here = schema;
    for (int i = 0; i < object.getNameCount(); i++) {
      here =
          object.getElement(i) instanceof Integer
              ? here.path("items")
              : here.path("properties").path(object.getName(i));
    }
    var names = new ArrayList<String>();
    here.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String pointer(JsonNodePath path) {
    String pointer = "";
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer = Pointers.in(pointer, path.getName(i));
    }
    return pointer;
  }
}
