package org.regionwire.feeds.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.feeds.entries.FeedEntry;
import org.regionwire.feeds.entries.FeedEntry.Category;
import org.regionwire.feeds.entries.Tombstone;
import org.regionwire.news.Event;

/** JSON Feed 1.1. What it has no word for stands in {@code _regionwire}. */
final class JsonWriter implements FeedWriter {
  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  private final JsonFactory json = new JsonFactory();

  @Override
  public Sheet write(FeedPage page) {
    var bytes = new Sheet.Writing(1 << 17);
    try (var out = json.createGenerator(bytes)) {
      out.writeStartObject();
      write(page, out, bytes);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.sheet(",");
  }

  private static void write(FeedPage page, JsonGenerator out, Sheet.Writing sheet)
      throws IOException {
    out.writeStringField("version", VERSION);
    out.writeStringField("title", page.title());
    out.writeStringField("home_page_url", page.home());
    out.writeStringField("feed_url", page.self());
    out.writeStringField("description", page.description());
    text(out, "next_url", page.neighbours().previous());
    out.writeArrayFieldStart("authors");
    out.writeStartObject();
    out.writeStringField("name", FeedPage.AUTHOR);
    out.writeStringField("url", page.site());
    out.writeEndObject();
    out.writeEndArray();
    text(out, "language", page.language());
    if (!page.neighbours().archived()) {
      hub(out, page);
    }
    entries(out, page.entries(), sheet);
    if (!page.tombstones().isEmpty()) {
      deleted(out, page.tombstones());
    }
    if (page.neighbours().archived()) {
      archived(out, page.neighbours());
    }
  }

  private static void entries(JsonGenerator out, List<FeedEntry> entries, Sheet.Writing sheet)
      throws IOException {
    out.writeArrayFieldStart("items");
    out.flush();
    sheet.entriesBegin();
    for (var entry : entries) {
      out.writeStartObject();
      write(entry, out);
      out.writeEndObject();
      out.flush();
      sheet.entryEnds();
    }
    out.writeEndArray();
  }

  /** Nobody is told of changes in the archive. */
  private static void hub(JsonGenerator out, FeedPage page) throws IOException {
    out.writeArrayFieldStart("hubs");
    out.writeStartObject();
    out.writeStringField("type", "WebSub");
    out.writeStringField("url", page.hub());
    out.writeEndObject();
    out.writeEndArray();
  }

  private static void archived(JsonGenerator out, Neighbours near) throws IOException {
    out.writeObjectFieldStart("_archive");
    out.writeStringField("about", "A page of older items. next_url leads to what is older yet.");
    text(out, "current_url", near.current());
    text(out, "newer_url", near.next());
    out.writeEndObject();
  }

  /** Extensions are objects whose names begin with an underscore. */
  private static void deleted(JsonGenerator out, List<Tombstone> tombstones) throws IOException {
    out.writeObjectFieldStart("_deleted");
    out.writeStringField("about", "Items that were in this feed and have been withdrawn.");
    out.writeArrayFieldStart("items");
    for (var tombstone : tombstones) {
      out.writeStartObject();
      out.writeStringField("id", tombstone.id());
      out.writeStringField("date_deleted", tombstone.when().toString());
      text(out, "reason", tombstone.reason());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(FeedEntry entry, JsonGenerator out) throws IOException {
    out.writeStringField("id", entry.id());
    out.writeStringField("url", entry.link());
    text(out, "external_url", entry.source());
    out.writeStringField("title", entry.title());
    content(out, entry);
    text(out, "summary", entry.summary());
    text(out, "image", entry.image());
    out.writeStringField("date_published", date(entry.published()));
    out.writeStringField("date_modified", entry.updated().toString());
    authors(out, entry.authors());
    words(out, "tags", entry.categories().stream().map(Category::term).distinct().toList());
    text(out, "language", entry.language());
    attachments(out, entry.enclosures());
    out.writeObjectFieldStart("_regionwire");
    ours(out, entry);
    out.writeEndObject();
  }

  /** One of the two must be there. */
  private static void content(JsonGenerator out, FeedEntry entry) throws IOException {
    if (entry.html().isPresent()) {
      out.writeStringField("content_html", entry.html().get());
    } else {
      out.writeStringField("content_text", entry.title());
    }
  }

  private static void ours(JsonGenerator out, FeedEntry entry) throws IOException {
    out.writeStringField("kind", entry.terms(Category.KIND).get(0));
    words(out, "regions", entry.terms(Category.REGION));
    words(out, "topics", entry.terms(Category.TOPIC));
    if (entry.point().isPresent()) {
      out.writeObjectFieldStart("point");
      out.writeNumberField("lat", entry.point().get().lat());
      out.writeNumberField("lon", entry.point().get().lon());
      out.writeEndObject();
    }
    if (entry.event().isPresent()) {
      out.writeObjectFieldStart("event");
      event(out, entry.event().get());
      if (entry.yearInferred()) {
        out.writeBooleanField("yearInferred", true);
      }
      out.writeEndObject();
    }
  }

  private static void event(JsonGenerator out, Event event) throws IOException {
    out.writeStringField("start", event.start().toString());
    text(out, "end", event.end().map(Object::toString));
    text(out, "timezone", event.timezone().map(Object::toString));
    text(out, "url", event.url().map(URI::toASCIIString));
    out.writeStringField("status", event.status().name().toLowerCase(Locale.ROOT));
    if (event.place().isPresent()) {
      out.writeObjectFieldStart("place");
      place(out, event.place().get());
      out.writeEndObject();
    }
  }

  private static void place(JsonGenerator out, Event.Place place) throws IOException {
    text(out, "name", place.name());
    text(out, "address", place.address());
    if (place.lat().isPresent() && place.lon().isPresent()) {
      out.writeNumberField("lat", place.lat().get());
      out.writeNumberField("lon", place.lon().get());
    }
  }

  private static void attachments(JsonGenerator out, List<FeedEntry.Enclosure> enclosures)
      throws IOException {
    if (enclosures.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("attachments");
    for (var enclosure : enclosures) {
      out.writeStartObject();
      out.writeStringField("url", enclosure.url());
      out.writeStringField("mime_type", enclosure.type());
      text(out, "title", enclosure.title());
      if (enclosure.length().isPresent()) {
        out.writeNumberField("size_in_bytes", enclosure.length().getAsLong());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void authors(JsonGenerator out, List<String> names) throws IOException {
    if (names.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("authors");
    for (String name : names) {
      out.writeStartObject();
      out.writeStringField("name", name);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void words(JsonGenerator out, String field, List<String> words)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (String word : words) {
      out.writeString(word);
    }
    out.writeEndArray();
  }

  private static void text(JsonGenerator out, String field, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      out.writeStringField(field, text.get());
    }
  }

  /** RFC 3339, to the second. */
  private static String date(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
