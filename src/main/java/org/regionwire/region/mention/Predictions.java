package org.regionwire.region.mention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.region.gazetteer.Kind;
import org.regionwire.region.gazetteer.Place;

/** What the finder makes of items in the format of the scoring files, one JSON object a line. */
public final class Predictions {
  private final PlaceFinder finder;
  private final ObjectMapper json;

  public Predictions(PlaceFinder finder, ObjectMapper json) {
    this.finder = finder;
    this.json = json;
  }

  /** The item's {@code id} and {@code places}; the caller adds {@code start} and {@code end}. */
  public ObjectNode of(JsonNode item) {
    var prediction = json.createObjectNode();
    prediction.set("id", item.path("id"));
    var places = prediction.putArray("places");
    for (PlaceFound found : finder.find(text(item))) {
      places.add(place(found));
    }
    return prediction;
  }

  private static Text text(JsonNode item) {
    var language = Optional.of(item.path("lang").asText("")).filter(tag -> !tag.isEmpty());
    return Text.of(item.path("title").asText(""), item.path("text").asText(""), language);
  }

  private ObjectNode place(PlaceFound found) {
    var node = json.createObjectNode();
    node.put("name", found.name());
    found.place().ifPresent(place -> describe(node, place));
    if (found.place().map(Place::kind).orElse(Kind.MACRO) == Kind.MACRO && !found.primary()) {
      node.put("role", "context");
    }
    node.put("primary", found.primary());
    node.put("confidence", Math.round(found.confidence() * 100) / 100.0);
    node.put("why", found.why());
    var mentions = node.putArray("mentions");
    for (Mention mention : found.mentions()) {
      mentions
          .addObject()
          .put("field", mention.field())
          .put("offset", mention.offset())
          .put("text", mention.text());
    }
    return node;
  }

  private static void describe(ObjectNode node, Place place) {
    if (!place.country().isEmpty()) {
      node.put("country", place.country());
    }
    node.put("kind", place.kind().name().toLowerCase(Locale.ROOT));
    place.geonameId().ifPresent(id -> node.put("geonameid", id));
    if (!place.codes().isEmpty() && place.kind() != Kind.ISLAND && place.kind() != Kind.MACRO) {
      node.put("code", place.codes().get(0));
    }
  }
}
