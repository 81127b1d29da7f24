package org.regionwire.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.regionwire.region.event.EventTimeFinder;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.mention.PlaceFinder;
import org.regionwire.region.mention.Text;

/**
 * Regions and event times found a second in items of 300 words, on one thread, and how long the
 * gazetteer takes to load into a cold process.
 */
final class RegionsRow implements Row {
  private static final String ITEMS = "/regions/own-items.jsonl";
  private static final int WORDS = 300;
  private static final int ROUNDS = 5;
  private static final long ROUND_NANOS = 4_000_000_000L;

  private record Item(String title, String body, Optional<String> language) {}

  @Override
  public List<Line> measure(Site site) throws Exception {
    long start = System.nanoTime();
    var finder = new PlaceFinder(Gazetteer.load());
    double loaded = (System.nanoTime() - start) / 1e6;
    var times = new EventTimeFinder();
    var day = Optional.of(LocalDate.of(2026, 3, 2));
    var items = items();
    var places = new ArrayList<Double>();
    var both = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      places.add(rate(items, item -> places(finder, item)));
      both.add(
          rate(
              items,
              item -> {
                times.find(item.title(), item.body(), item.language(), day, ZoneOffset.UTC);
                return places(finder, item);
              }));
      System.out.printf("  places %.0f/s, and times %.0f/s%n", places.get(round), both.get(round));
    }
    return List.of(
        new Line(
            "the gazetteer and its index, loaded once",
            Figures.rounded(loaded) + " ms",
            "",
            "≤ 250 ms"),
        line("places found, items of 300 words, one thread", places, "≥ 3,000/s"),
        line("the same and event times", both, ""));
  }

  private static Line line(String what, List<Double> rates, String aim) {
    return new Line(what, Figures.rounded(Figures.median(rates)) + "/s", "", aim);
  }

  private static int places(PlaceFinder finder, Item item) {
    return finder.find(Text.of(item.title(), item.body(), item.language())).size();
  }

  private static double rate(List<Item> items, java.util.function.ToIntFunction<Item> work) {
    long start = System.nanoTime();
    long done = 0;
    long found = 0;
    while (System.nanoTime() - start < ROUND_NANOS) {
      for (var item : items) {
        found += work.applyAsInt(item);
        done++;
      }
    }
    if (found == 0) {
      throw new IllegalStateException("nothing was found");
    }
    return done / ((System.nanoTime() - start) / 1e9);
  }

  /** Texts of one language, one after the other, until there are words enough. */
  private static List<Item> items() throws Exception {
    Map<String, List<String>> words = new LinkedHashMap<>();
    List<Item> items = new ArrayList<>();
    var in = Objects.requireNonNull(RegionsRow.class.getResourceAsStream(ITEMS), ITEMS);
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var item = new JsonMapper().readTree(line);
        String language = item.path("lang").asText();
        var sofar = words.computeIfAbsent(language, l -> new ArrayList<>());
        String text = item.path("title").asText() + ". " + item.path("text").asText();
        sofar.addAll(List.of(text.split(" ")));
        if (sofar.size() >= WORDS) {
          String body = String.join(" ", sofar.subList(0, WORDS));
          items.add(new Item(item.path("title").asText(), body, Optional.of(language)));
          sofar.clear();
        }
      }
    }
    return items;
  }
}
