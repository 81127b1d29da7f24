package org.regionwire.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Items of 300 words in eleven languages. */
final class LongItems {
  private static final String ITEMS = "/regions/own-items.jsonl";
  private static final int WORDS = 300;

  /** A text with its language. */
  record Item(String title, String body, Optional<String> language) {}

  private LongItems() {}

  /** Texts of one language, one after the other, until there are words enough. */
  static List<Item> read() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    List<Item> items = new ArrayList<>();
    var in = Objects.requireNonNull(LongItems.class.getResourceAsStream(ITEMS), ITEMS);
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
    } catch (IOException e) {
      throw new UncheckedIOException(ITEMS, e);
    }
    return items;
  }
}
