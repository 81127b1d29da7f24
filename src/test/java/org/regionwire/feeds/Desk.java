package org.regionwire.feeds;

import java.time.Instant;
import org.regionwire.feeds.rendering.Rendering;
import org.regionwire.feeds.shelf.Press;
import org.regionwire.feeds.shelf.Shelf;
import org.regionwire.news.MovingClock;
import org.regionwire.news.Selection;

/** Archive, press and shelf, put together for tests. */
public final class Desk {
  public static final String BASE = "http://127.0.0.1:8080";
  public static final int ENTRIES = 5;

  public final SmallArchive archive = new SmallArchive();
  public final MovingClock clock = new MovingClock(Instant.parse("2026-03-02T12:00:00.250Z"));
  public final Places places = new Places();
  public final Themes themes = new Themes();
  public final FeedAddresses addresses = new FeedAddresses(places, themes);
  public final Press press = new Press(archive, places, themes, BASE, clock, ENTRIES);
  public final Shelf shelf = new Shelf(press, 10, 10_000_000);

  /** Archived and told to the shelf. */
  public void publishes(Draft... drafts) {
    shelf.announce(archive.add(drafts));
  }

  public static FeedKey feed(String region, FeedFormat format) {
    return new FeedKey(region.equals("all") ? Selection.ALL : Selection.region(region), format);
  }

  public static String text(Rendering rendering) {
    return rendering.identity().bytes().toString();
  }
}
