package org.regionwire.feeds;

import java.time.Instant;
import org.regionwire.news.MovingClock;
import org.regionwire.news.Selection;

/** Archive, press and shelf, put together for tests. */
final class Desk {
  static final String BASE = "http://127.0.0.1:8080";
  static final int ENTRIES = 5;

  final SmallArchive archive = new SmallArchive();
  final MovingClock clock = new MovingClock(Instant.parse("2026-03-02T12:00:00.250Z"));
  final Places places = new Places();
  final Themes themes = new Themes();
  final FeedAddresses addresses = new FeedAddresses(places, themes);
  final Press press = new Press(archive, places, themes, BASE, clock, ENTRIES);
  final Shelf shelf = new Shelf(press, 10, 10_000_000);

  /** Archived and told to the shelf. */
  void publishes(Draft... drafts) {
    shelf.announce(archive.add(drafts));
  }

  static FeedKey feed(String region, FeedFormat format) {
    return new FeedKey(region.equals("all") ? Selection.ALL : Selection.region(region), format);
  }

  static String text(Rendering rendering) {
    return rendering.identity().bytes().toString();
  }
}
