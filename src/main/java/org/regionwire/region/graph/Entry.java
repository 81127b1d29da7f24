package org.regionwire.region.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the files say about one region, field by field, before it is understood. */
record Entry(String slug, Line line, Map<String, Field> fields) {

  /** The fields of {@code over} in place of the same ones here. */
  Entry with(Entry over) {
    var merged = new LinkedHashMap<>(fields);
    merged.putAll(over.fields);
    return new Entry(slug, line, merged);
  }

  Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** Where the field is, or else the region. */
  Line lineOf(String name) {
    return field(name).map(Field::line).orElse(line);
  }
}
