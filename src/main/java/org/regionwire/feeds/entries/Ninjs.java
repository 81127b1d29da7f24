package org.regionwire.feeds.entries;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.regionwire.feeds.FeedTitles;
import org.regionwire.feeds.entries.FeedEntry.Category;
import org.regionwire.news.Correction;
import org.regionwire.news.EventDates;
import org.regionwire.news.PublishedItem;

/** An item as ninjs 2.1, the IPTC's News in JSON. */
public final class Ninjs {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA = "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json";
  private static final String TEXT = "text/plain";

  private final EntryMaker entries;

  /**
   * @param base public address of the site, without a slash at its end
   */
  public Ninjs(String base, FeedTitles titles) {
    this.entries = new EntryMaker(base, titles);
  }

  public String write(PublishedItem published) {
    var item = published.item();
    var entry = entries.entry(published);
    ObjectNode ninjs = JSON.createObjectNode().put("uri", entry.id());
    ninjs.putObject("standard").put("name", "ninjs").put("version", "2.1").put("schema", SCHEMA);
    ninjs.put("type", "text").put("representationtype", "full").put("pubstatus", "usable");
    ninjs.put("version", Integer.toString(published.revision()));
    ninjs.put("firstcreated", second(published.published()));
    ninjs.put("versioncreated", second(published.updated()));
    item.expires().ifPresent(end -> ninjs.put("expires", second(end)));
    entry.language().ifPresent(language -> ninjs.put("language", language));
    published.correction().map(Correction::note).ifPresent(note -> ninjs.put("ednote", note));
    item.author().ifPresent(name -> ninjs.put("by", name));
    ninjs.put("title", entry.title());
    said(ninjs.putArray("headlines"), "main", TEXT, entry.title());
    entry.summary().ifPresent(it -> said(ninjs.putArray("descriptions"), "summary", TEXT, it));
    entry.html().ifPresent(it -> said(ninjs.putArray("bodies"), "main", "text/html", it));
    about(ninjs, published, entry);
    renditions(ninjs.putArray("renditions"), entry);
    return ninjs.toPrettyString() + "\n";
  }

  private static void said(ArrayNode list, String role, String type, String value) {
    list.addObject().put("role", role).put("contenttype", type).put("value", value);
  }

  private static void about(ObjectNode ninjs, PublishedItem published, FeedEntry entry) {
    var subjects = ninjs.putArray("subjects");
    var places = ninjs.putArray("places");
    for (var category : entry.categories()) {
      switch (category.scheme()) {
        case Category.TOPIC -> named(subjects, category);
        case Category.REGION -> named(places, category);
        default -> {}
      }
    }
    published
        .event()
        .map(event -> EventDates.of(event, Optional.empty()).text())
        .ifPresent(
            when ->
                ninjs
                    .putArray("events")
                    .addObject()
                    .put("name", entry.title() + ", " + when)
                    .put("uri", entry.id()));
    if (published.item().organisation().isPresent() || entry.source().isPresent()) {
      var source = ninjs.putArray("infosources").addObject();
      published.item().organisation().ifPresent(name -> source.put("name", name));
      published.item().link().map(URI::toASCIIString).ifPresent(uri -> source.put("uri", uri));
    }
  }

  private static void named(ArrayNode list, Category category) {
    list.addObject()
        .put("name", category.label())
        .put("uri", category.scheme() + ":" + category.term())
        .put("literal", category.term());
  }

  private static void renditions(ArrayNode list, FeedEntry entry) {
    list.addObject()
        .put("name", "web")
        .put("href", entry.link())
        .put("contenttype", "text/html")
        .put("title", entry.title());
    for (var file : entry.enclosures()) {
      var rendition = list.addObject().put("name", file.isImage() ? "picture" : "attachment");
      rendition.put("href", file.url()).put("contenttype", file.type());
      file.title().ifPresent(title -> rendition.put("title", title));
      file.length().ifPresent(length -> rendition.put("sizeinbytes", length));
    }
  }

  private static String second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
