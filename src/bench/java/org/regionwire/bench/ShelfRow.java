package org.regionwire.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * With 200 selections on the shelf: how long until the last feed that an item belongs to shows it,
 * and until the last one does not any more.
 */
final class ShelfRow implements Row {
  private static final int FEEDS = 200;
  private static final int ARCHIVED = 1_000;
  private static final int WARM = 30;
  private static final int TIMES = 50;
  private static final long MOST_NANOS = 10_000_000_000L;
  private static final long BETWEEN_LOOKS_NANOS = 300_000;
  private static final String ITEM =
      "{\"title\": \"Item %d of a harbour\", \"kind\": \"news\", \"language\": \"en\","
          + " \"regions\": [\"malmo\"], \"topics\": [\"energy\"], \"content\": \"%s\"}";
  private static final List<String> PLACES =
      List.of("malmo", "skane", "sweden", "oresund-region", "all");
  private static final List<String> OTHERS =
      List.of("oslo", "riga", "tartu", "bergen", "aarhus", "turku", "vilnius", "gdansk");

  @Override
  public List<Line> measure(Site site) throws Exception {
    var home = site.home("shelf");
    new ArchiveFile(home).fill(ARCHIVED);
    try (var wire = Wire.start(site, home);
        var posting = new Http(wire.port());
        var reading = new Http(wire.port())) {
      var affected = affected();
      var all = new ArrayList<>(affected);
      all.addAll(others(FEEDS - affected.size()));
      var published = new ArrayList<Double>();
      var withdrawn = new ArrayList<Double>();
      for (int i = 0; i < WARM + TIMES; i++) {
        // Feeds that nobody asks for leave the shelf.
        Map<String, String> tags = tags(reading, all);
        var times = round(wire, posting, reading, affected, tags, i);
        if (i >= WARM) {
          published.add(times[0]);
          withdrawn.add(times[1]);
        }
      }
      String what = " (" + affected.size() + " of " + all.size() + " on the shelf), p50";
      return List.of(
          line("POST → last feed of the item" + what, published),
          line("withdraw → gone from every feed" + what, withdrawn));
    }
  }

  private static double[] round(
      Wire wire, Http posting, Http reading, List<String> affected, Map<String, String> tags, int i)
      throws IOException {
    String json = ITEM.formatted(i, "Some words of text. ".repeat(80));
    long start = System.nanoTime();
    var receipt = posting.ask(wire.post(json.getBytes(StandardCharsets.UTF_8)));
    String location = receipt.header("Location").orElseThrow();
    String id = location.substring(location.lastIndexOf('/') + 1);
    awaits(reading, affected, tags, start);
    double published = (System.nanoTime() - start) / 1e6;
    check(reading, affected, tags, id, true);
    start = System.nanoTime();
    var gone = posting.ask(wire.delete(id));
    if (gone.status() != 200) {
      throw new IOException("DELETE answers " + gone.status() + ": " + gone.text());
    }
    awaits(reading, affected, tags, start);
    double withdrawn = (System.nanoTime() - start) / 1e6;
    check(reading, affected, tags, "/items/" + id, false);
    return new double[] {published, withdrawn};
  }

  /**
   * Until each of the feeds has another tag. Nothing else is going on that could change one, and
   * nothing is read on the way, because readers have cores of their own.
   */
  private static void awaits(Http reading, List<String> feeds, Map<String, String> tags, long start)
      throws IOException {
    for (String feed : feeds) {
      while (isKnown(reading, feed, tags)) {
        if (System.nanoTime() - start > MOST_NANOS) {
          throw new IOException(feed + ": not after 10 s");
        }
        LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
      }
    }
  }

  private static boolean isKnown(Http reading, String feed, Map<String, String> tags)
      throws IOException {
    var request = new Request("HEAD", feed, Map.of("If-None-Match", tags.get(feed)), new byte[0]);
    return reading.ask(request).status() == 304;
  }

  /** That what they waited for is what has come. */
  private static void check(
      Http reading, List<String> feeds, Map<String, String> tags, String id, boolean there)
      throws IOException {
    for (String feed : feeds) {
      var answer = reading.ask(Request.get(feed));
      if (new String(answer.body(), StandardCharsets.ISO_8859_1).contains(id) != there) {
        throw new IOException(feed + ": " + id + (there ? " is not there" : " is still there"));
      }
      tags.put(feed, answer.header("ETag").orElseThrow());
    }
  }

  private static Map<String, String> tags(Http reading, List<String> feeds) throws IOException {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String feed : feeds) {
      tags.put(feed, reading.ask(Request.get(feed)).header("ETag").orElseThrow());
    }
    return tags;
  }

  /** Of the item's regions, kind, topic, language and words. */
  private static List<String> affected() {
    var feeds = new ArrayList<String>();
    for (String place : PLACES) {
      for (String query : List.of("", "?kind=news", "?topic=energy", "?q=harbour")) {
        feeds.add("/feeds/" + place + ".atom" + query);
        feeds.add("/feeds/" + place + ".rss" + query);
      }
    }
    return feeds;
  }

  private static List<String> others(int count) {
    var feeds = new ArrayList<String>();
    for (int i = 0; feeds.size() < count; i++) {
      String place = OTHERS.get(i % OTHERS.size());
      feeds.add("/feeds/" + place + ".rss?q=word" + i);
    }
    return feeds;
  }

  private static Line line(String what, List<Double> millis) {
    double[] all = millis.stream().mapToDouble(Double::doubleValue).toArray();
    String p99 = Figures.rounded(Figures.percentile(all, 0.99)) + " ms p99";
    return new Line(what, Figures.rounded(Figures.median(millis)) + " ms", p99, "≤ 50 ms");
  }
}
