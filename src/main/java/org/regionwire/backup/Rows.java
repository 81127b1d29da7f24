package org.regionwire.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as lines: JSON arrays of texts, numbers and nulls, as both databases have them. */
public final class Rows {
  private static final JsonMapper JSON = new JsonMapper();

  private Rows() {}

  static String line(List<@Nullable Object> row) {
    try {
      return JSON.writeValueAsString(row);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of one text, which may have line breaks. */
  public static String line(String text) {
    return line(List.of(text));
  }

  /** The one of {@link #line(String)}. */
  public static String text(String line) {
    return String.valueOf(row(line).get(0));
  }

  static List<@Nullable Object> row(String line) {
    try {
      return Arrays.asList(JSON.readValue(line, Object[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
