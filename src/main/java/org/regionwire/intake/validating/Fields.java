package org.regionwire.intake.validating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.regionwire.intake.Mistake;

/**
 * One object of a submission, read field by field. A field with a problem reads as absent, so that
 * nothing is reported twice.
 */
record Fields(ObjectNode tree, String pointer, Problems problems) {

  Optional<String> text(String name) {
    return sound(name).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** The text as {@code parse} understands it; its {@link Mistake} becomes a problem. */
  <T> Optional<T> parsed(String name, Function<String, T> parse) {
    return text(name).flatMap(text -> parsed(at(name), text, parse));
  }

  /** A list of texts, each understood by {@code parse}, each result once. */
  List<String> each(String name, Function<String, String> parse) {
    var results = new LinkedHashSet<String>();
    JsonNode list = sound(name).orElse(tree.arrayNode());
    for (int i = 0; i < list.size(); i++) {
      String at = at(name) + "/" + i;
      if (list.get(i).isTextual() && !problems.at(at)) {
        parsed(at, list.get(i).textValue(), parse).ifPresent(results::add);
      }
    }
    return List.copyOf(results);
  }

  Optional<Double> number(String name) {
    return sound(name).filter(JsonNode::isNumber).map(JsonNode::doubleValue);
  }

  OptionalLong whole(String name) {
    return sound(name)
        .filter(JsonNode::isNumber)
        .map(value -> OptionalLong.of(value.longValue()))
        .orElse(OptionalLong.empty());
  }

  Optional<Fields> object(String name) {
    return sound(name)
        .filter(ObjectNode.class::isInstance)
        .map(value -> new Fields((ObjectNode) value, at(name), problems));
  }

  List<Fields> objects(String name) {
    var objects = new ArrayList<Fields>();
    JsonNode list = sound(name).orElse(tree.arrayNode());
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof ObjectNode object) {
        objects.add(new Fields(object, at(name) + "/" + i, problems));
      }
    }
    return objects;
  }

  void problem(String name, String detail) {
    problems.add(at(name), detail);
  }

  private String at(String name) {
    return Pointers.in(pointer, name);
  }

  private Optional<JsonNode> sound(String name) {
    return problems.at(at(name)) ? Optional.empty() : Optional.ofNullable(tree.get(name));
  }

  private <T> Optional<T> parsed(String at, String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (Mistake mistake) {
      problems.add(at, mistake.detail());
      return Optional.empty();
    }
  }
}
