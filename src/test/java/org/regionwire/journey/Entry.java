package org.regionwire.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry as a feed reader shows it.
 *
 * @param html empty when the feed has only its title
 */
record Entry(
    String id, String title, String link, Instant published, String html, List<String> tags) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of RSS and Atom by ROME, of JSON Feed by Jackson. */
  static List<Entry> read(String feed) throws IOException {
    if (feed.startsWith("{")) {
      List<Entry> entries = new ArrayList<>();
      JSON.readTree(feed).path("items").forEach(item -> entries.add(of(item)));
      return entries;
    }
    try {
      var read = new SyndFeedInput().build(new StringReader(feed));
      return read.getEntries().stream().map(Entry::of).toList();
    } catch (FeedException e) {
      throw new IOException("not a feed: " + feed, e);
    }
  }

  private static Entry of(JsonNode item) {
    List<String> tags = new ArrayList<>();
    item.path("tags").forEach(tag -> tags.add(tag.asText()));
    return new Entry(
        item.path("id").asText(),
        item.path("title").asText(),
        item.path("url").asText(),
        Instant.parse(item.path("date_published").asText()),
        item.path("content_html").asText(),
        tags.stream().sorted().toList());
  }

  private static Entry of(SyndEntry entry) {
    String html = entry.getContents().stream().map(SyndContent::getValue).findFirst().orElse("");
    Stream<String> tags = entry.getCategories().stream().map(SyndCategory::getName);
    return new Entry(
        entry.getUri(),
        entry.getTitle(),
        entry.getLink(),
        entry.getPublishedDate().toInstant().truncatedTo(ChronoUnit.SECONDS),
        html,
        tags.sorted().toList());
  }
}
