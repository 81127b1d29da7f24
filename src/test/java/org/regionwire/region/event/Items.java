package org.regionwire.region.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.regionwire.news.EventTimeFound;

/** Items of a set, as the finder takes them. */
final class Items {
  private static final EventTimeFinder FINDER = new EventTimeFinder();

  private Items() {}

  static Optional<EventTimeFound> found(JsonNode item) {
    return FINDER.find(
        item.path("title").asText(),
        item.path("text").asText(),
        Optional.of(item.path("lang").asText()),
        text(item, "published").map(LocalDate::parse),
        ZoneOffset.UTC);
  }

  static Optional<String> text(JsonNode item, String field) {
    return Optional.ofNullable(item.get(field)).filter(n -> !n.isNull()).map(JsonNode::asText);
  }
}
