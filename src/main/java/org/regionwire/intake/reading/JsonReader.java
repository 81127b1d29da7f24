package org.regionwire.intake.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.regionwire.intake.Limits;
import org.regionwire.intake.Refused;
import org.regionwire.intake.text.Words;

/** JSON (RFC 8259), strictly: no duplicate keys, nothing after the object. */
final class JsonReader {
  private static final int NUMBER_LENGTH = 100;
  private static final int NAME_LENGTH = 1_000;

  private final ObjectReader trees;

  JsonReader(Limits limits) {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(Limits.DEPTH)
            .maxNumberLength(NUMBER_LENGTH)
            .maxNameLength(NAME_LENGTH)
            .maxStringLength(limits.bodyBytes())
            .build();
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // names come from strangers: keeping them would fill the JVM's string table
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    this.trees =
        new ObjectMapper(factory)
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .forType(JsonNode.class);
  }

  ObjectNode read(byte[] body) {
    String text = Utf8.text(body);
    if (text.isBlank()) {
      throw new Refused(400, "", "The submission is empty.");
    }
    int start = Utf8.markLength(body);
    try {
      JsonNode tree = trees.readValue(body, start, body.length - start);
      if (tree instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new Refused(400, "", "The JSON is malformed" + place(e) + ": " + reason(e));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    throw new Refused(400, "", "The JSON is not an object; send one item as { … }.");
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "" : Words.of(" at line %d, column %d", at.getLineNr(), at.getColumnNr());
  }

  private static String reason(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "it ends too early.";
    }
    if (e instanceof StreamConstraintsException) {
      return tooMuch(e.getOriginalMessage().toLowerCase(Locale.ROOT));
    }
    return Words.sentence(e.getOriginalMessage());
  }

  private static String tooMuch(String message) {
    if (message.contains("depth")) {
      return "it is nested more than " + Limits.DEPTH + " deep.";
    }
    if (message.contains("number")) {
      return "a number is longer than " + NUMBER_LENGTH + " digits.";
    }
    return message.contains("name")
        ? "a name is longer than " + NAME_LENGTH + " characters."
        : "a text is longer than a whole submission may be.";
  }
}
