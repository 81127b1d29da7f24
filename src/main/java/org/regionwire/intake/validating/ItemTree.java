package org.regionwire.intake.validating;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.news.Attachment;
import org.regionwire.news.Event;
import org.regionwire.news.Image;
import org.regionwire.news.NewsItem;

/** A news item in the shape in which it could be sent; without its id, and what it changes. */
final class ItemTree {
  private ItemTree() {}

  static ObjectNode of(NewsItem item) {
    var tree = JsonNodeFactory.instance.objectNode();
    put(tree, "kind", item.kind().map(kind -> kind.word()));
    tree.put("title", item.title());
    put(tree, "summary", item.summary());
    put(tree, "content", item.content());
    put(tree, "language", item.language());
    put(tree, "link", item.link());
    item.author().ifPresent(name -> tree.putObject("author").put("name", name));
    put(tree, "organisation", item.organisation());
    put(tree, "published", item.written());
    put(tree, "publishAt", item.publishAt());
    put(tree, "expires", item.expires());
    var regions = tree.putObject("regions");
    texts(regions, "about", item.regions());
    texts(regions, "not", item.notRegions());
    texts(tree, "topics", item.topics());
    item.event().ifPresent(event -> event(tree.putObject("event"), event));
    item.image().ifPresent(image -> image(tree.putObject("image"), image));
    attachments(tree, item.attachments());
    return tree;
  }

  private static void event(ObjectNode tree, Event event) {
    tree.put("start", event.start().toString());
    put(tree, "end", event.end());
    put(tree, "timezone", event.timezone());
    event.place().ifPresent(place -> place(tree.putObject("place"), place));
    put(tree, "url", event.url());
    tree.put("status", event.status().name().toLowerCase(Locale.ROOT));
  }

  private static void place(ObjectNode tree, Event.Place place) {
    put(tree, "name", place.name());
    put(tree, "address", place.address());
    place.lat().ifPresent(lat -> tree.put("lat", lat));
    place.lon().ifPresent(lon -> tree.put("lon", lon));
  }

  private static void image(ObjectNode tree, Image image) {
    tree.put("url", image.url().toString());
    put(tree, "alt", image.alt());
  }

  private static void attachments(ObjectNode tree, List<Attachment> all) {
    if (all.isEmpty()) {
      return;
    }
    var list = tree.putArray("attachments");
    for (var one : all) {
      var file = list.addObject().put("url", one.url().toString());
      put(file, "type", one.type());
      one.length().ifPresent(bytes -> file.put("length", bytes));
      put(file, "title", one.title());
    }
  }

  private static void put(ObjectNode tree, String name, Optional<?> value) {
    value.ifPresent(text -> tree.put(name, text.toString()));
  }

  private static void texts(ObjectNode tree, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      var list = tree.putArray(name);
      texts.forEach(list::add);
    }
  }
}
