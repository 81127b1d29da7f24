package org.regionwire.http.subscribers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.regionwire.intake.Refused;

/** The fields of a form, or of a JSON object: each name with its values. */
final class FormFields {
  private static final JsonMapper JSON = new JsonMapper();

  private FormFields() {}

  /**
   * @throws Refused with status 400 when it cannot be read
   */
  static Map<String, List<String>> of(Object body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (body instanceof Map<?, ?> form) {
      form.forEach((name, value) -> fields.put(String.valueOf(name), texts(value)));
    } else if (body instanceof Buffer buffer && buffer.length() > 0) {
      read(buffer).properties().forEach(one -> fields.put(one.getKey(), texts(one.getValue())));
    }
    return fields;
  }

  private static JsonNode read(Buffer buffer) {
    try {
      return JSON.readTree(buffer.getBytes());
    } catch (JsonProcessingException e) {
      throw new Refused(400, "", "is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new Refused(400, "", "cannot be read");
    }
  }

  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof JsonNode node && node.isArray()) {
      node.forEach(one -> texts.add(one.asText()));
    } else if (value instanceof JsonNode node) {
      texts.add(node.asText());
    } else if (value instanceof Iterable<?> several) {
      several.forEach(one -> texts.add(String.valueOf(one)));
    } else {
      texts.add(String.valueOf(value));
    }
    return texts;
  }
}
