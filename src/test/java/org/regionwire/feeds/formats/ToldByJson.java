package org.regionwire.feeds.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.regionwire.news.Event;
import org.regionwire.news.PublishedItem;

/** JSON Feed as others read it: by the JSON of Camel. */
final class ToldByJson {
  private ToldByJson() {}

  /**
   * The items of JSON Feed by their ids.
   *
   * @param items what the feed is of, by the same ids
   */
  static Map<String, Told> items(String feed, Map<String, PublishedItem> items) throws Exception {
    var told = new HashMap<String, Told>();
    var read = (JsonObject) Jsoner.deserialize(feed);
    for (var one : (JsonArray) read.get("items")) {
      var item = (JsonObject) one;
      var authors = new ArrayList<String>();
      Optional.ofNullable((JsonArray) item.get("authors")).orElseGet(JsonArray::new).stream()
          .map(author -> ((JsonObject) author).getString("name"))
          .forEach(authors::add);
      told.put(
          item.getString("id"),
          new Told(
              item.getString("title"),
              item.getString("url"),
              Instant.parse(item.getString("date_published")),
              Optional.of(Instant.parse(item.getString("date_modified"))),
              Optional.ofNullable(item.getString("summary")),
              Optional.ofNullable(item.getString("content_html")),
              authors,
              Optional.ofNullable(item.getString("language")),
              Optional.ofNullable(item.getString("external_url")),
              list(item, "tags").stream().map(String.class::cast).toList(),
              list(item, "attachments").stream().map(file -> file((JsonObject) file)).toList(),
              Optional.ofNullable((JsonObject) ours(item).get("point"))
                  .map(point -> point.getDouble("lat") + " " + point.getDouble("lon"))));
      assertThat(list(ours(item), "topics").size() + list(ours(item), "regions").size() + 1)
          .isEqualTo(list(item, "tags").size());
      checkEvent(item, items);
    }
    return told;
  }

  private static JsonObject ours(JsonObject item) {
    return (JsonObject) item.get("_regionwire");
  }

  private static JsonArray list(JsonObject of, String name) {
    return Optional.ofNullable((JsonArray) of.get(name)).orElseGet(JsonArray::new);
  }

  private static Told.File file(JsonObject of) {
    return new Told.File(
        of.getString("url"),
        of.getString("mime_type"),
        of.get("size_in_bytes") == null ? -1 : of.getLong("size_in_bytes"));
  }

  private static void checkEvent(JsonObject item, Map<String, PublishedItem> items) {
    var said = (JsonObject) ours(item).get("event");
    assertThat(ours(item).getString("kind")).isEqualTo(said == null ? "news" : "event");
    if (said != null) {
      var event = items.get(item.getString("id")).event().orElseThrow();
      assertThat(said.getString("start")).isEqualTo(event.start().toString());
      assertThat(said.getString("end")).isEqualTo(event.end().map(Object::toString).orElse(null));
      assertThat(said.getString("timezone")).isEqualTo("Europe/Stockholm");
      assertThat(said.getString("status")).isEqualToIgnoringCase(event.status().name());
      assertThat(Optional.ofNullable((JsonObject) said.get("place")).map(p -> p.getString("name")))
          .isEqualTo(event.place().flatMap(Event.Place::name));
    }
  }
}
