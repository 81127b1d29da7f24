package org.regionwire.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.Iterator;
import org.regionwire.intake.Limits;
import org.regionwire.intake.Refused;
import org.regionwire.intake.text.Words;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * YAML front matter as the JSON form. Built from parser events, so that nothing is guessed: {@code
 * NO} stays Norway, {@code 2007} stays a title, and anchors, tags and repeated keys are refused.
 */
final class FrontMatter {
  private final Iterator<Event> events;

  private FrontMatter(Iterator<Event> events) {
    this.events = events;
  }

  /**
   * @param yaml from the second line of the submission on
   * @throws Refused 400 with the line of the submission
   */
  static ObjectNode read(String yaml) {
    try {
      var events = new Yaml().parse(new StringReader(yaml)).iterator();
      return new FrontMatter(events).document();
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      throw malformed(line, Words.sentence(e.getProblem()));
    } catch (YAMLException e) {
      throw malformed(0, Words.sentence(String.valueOf(e.getMessage())));
    }
  }

  private ObjectNode document() {
    events.next();
    Event first = events.next();
    if (first.is(Event.ID.StreamEnd)) {
      return JsonNodeFactory.instance.objectNode();
    }
    first = events.next();
    if (first instanceof MappingStartEvent start) {
      ObjectNode item = mapping(start, 1);
      expectEnd();
      return item;
    }
    if (first instanceof ScalarEvent scalar && FrontMatterScalar.of("", scalar).isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    throw malformed(first, "it is not a list of fields such as title: …");
  }

  private void expectEnd() {
    events.next();
    Event last = events.next();
    if (!last.is(Event.ID.StreamEnd)) {
      throw malformed(last, "it holds a second document.");
    }
  }

  private ObjectNode mapping(MappingStartEvent start, int depth) {
    refuseSpecial(start, depth);
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Event key = events.next(); !key.is(Event.ID.MappingEnd); key = events.next()) {
      if (!(key instanceof ScalarEvent name)) {
        throw malformed(key, "a field's name must be text.");
      }
      refuseSpecial(name, depth);
      if (object.has(name.getValue())) {
        throw malformed(key, "the field " + Words.shown(name.getValue()) + " is there twice.");
      }
      object.set(name.getValue(), value(name.getValue(), events.next(), depth));
    }
    return object;
  }

  private JsonNode value(String name, Event event, int depth) {
    if (event instanceof MappingStartEvent start) {
      return mapping(start, depth + 1);
    }
    if (event instanceof SequenceStartEvent start) {
      refuseSpecial(start, depth + 1);
      var list = JsonNodeFactory.instance.arrayNode();
      for (Event each = events.next(); !each.is(Event.ID.SequenceEnd); each = events.next()) {
        list.add(value(name, each, depth + 1));
      }
      return list;
    }
    if (event instanceof ScalarEvent scalar) {
      refuseSpecial(scalar, depth);
      JsonNode value = FrontMatterScalar.of(name, scalar);
      // "author: Ann" is how everybody writes it
      return name.equals("author") && value.isTextual()
          ? JsonNodeFactory.instance.objectNode().set("name", value)
          : value;
    }
    throw malformed(event, "anchors and aliases are not taken.");
  }

  private static void refuseSpecial(NodeEvent event, int depth) {
    if (depth > Limits.DEPTH) {
      throw malformed(event, "it is nested more than " + Limits.DEPTH + " deep.");
    }
    if (event.getAnchor() != null) {
      throw malformed(event, "anchors and aliases are not taken.");
    }
    if (FrontMatterScalar.hasTag(event)) {
      throw malformed(event, "tags (!) are not taken; put the text in quotes.");
    }
  }

  private static Refused malformed(Event at, String reason) {
    return malformed(at.getStartMark().getLine(), reason);
  }

  /** The first line of the YAML is the second of the submission. */
  private static Refused malformed(int yamlLine, String reason) {
    return new Refused(
        400, "", Words.of("The front matter is malformed at line %d: ", yamlLine + 2) + reason);
  }
}
