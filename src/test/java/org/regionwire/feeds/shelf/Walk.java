package org.regionwire.feeds.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regionwire.feeds.Asked;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.rendering.Rendering;

/** A reader who goes back from a feed, page by page, as JSON Feed leads. */
final class Walk {
  private static final ObjectMapper JSON = new ObjectMapper();

  final Set<String> ids = new LinkedHashSet<>();
  final Set<String> deleted = new LinkedHashSet<>();
  final List<String> pages = new ArrayList<>();

  /** Ids that stood on two pages of the archive. */
  final List<String> twice = new ArrayList<>();

  private final Desk desk;
  private final Set<String> archived = new LinkedHashSet<>();
  private Optional<String> next;

  Walk(Desk desk, FeedKey key) {
    this.desk = desk;
    next = read(desk.shelf.take(key), false);
  }

  boolean isOver() {
    return next.isEmpty();
  }

  void step() {
    String address = next.orElseThrow().substring(Desk.BASE.length());
    assertThat(pages).doesNotContain(address);
    pages.add(address);
    var asked = (Asked.Page) desk.addresses.read(address);
    var found = desk.press.archivePages().find(asked.key()).orElseThrow();
    next = read(((ArchivePages.Found.Page) found).rendering(), true);
  }

  Walk toTheEnd() {
    while (!isOver()) {
      step();
    }
    return this;
  }

  private Optional<String> read(Rendering rendering, boolean page) {
    try {
      var feed = JSON.readTree(rendering.identity().bytes().getBytes());
      feed.path("items").forEach(item -> add(item, ids, page));
      feed.at("/_deleted/items").forEach(item -> add(item, deleted, page));
      return Optional.ofNullable(feed.get("next_url")).map(JsonNode::asText);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(JsonNode item, Set<String> to, boolean page) {
    String id = item.path("id").asText();
    if (page && !archived.add(id)) {
      twice.add(id);
    }
    to.add(id);
  }
}
