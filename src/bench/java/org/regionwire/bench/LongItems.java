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
import java.util.StringJoiner;

/** Items of 300 words in eleven languages. */
final class LongItems {
  private static final String ITEMS = "/regions/own-items.jsonl";
  private static final int WORDS = 300;
  private static final int EACH = 5;
  private static final int STEP = 37;

  /** A text with its language. */
  record Item(String title, String body, Optional<String> language) {}

  private LongItems() {}

  /** Of each language the same number, each beginning at another of its texts' words. */
  static List<Item> read() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    var in = Objects.requireNonNull(LongItems.class.getResourceAsStream(ITEMS), ITEMS);
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var item = new JsonMapper().readTree(line);
        String text = item.path("title").asText() + ". " + item.path("text").asText();
        words
            .computeIfAbsent(item.path("lang").asText(), language -> new ArrayList<>())
            .addAll(List.of(text.split(" ")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(ITEMS, e);
    }
    List<Item> items = new ArrayList<>();
    for (int number = 0; number < EACH; number++) {
      int start = number * STEP;
      words.forEach((language, all) -> items.add(item(language, all, start)));
    }
    return items;
  }

  private static Item item(String language, List<String> words, int start) {
    var body = new StringJoiner(" ");
    for (int i = 0; i < WORDS; i++) {
      body.add(words.get((start + i) % words.size()));
    }
    String title = String.join(" ", words.subList(start % 100, start % 100 + 7));
    return new Item(title, body.toString(), Optional.of(language));
  }
}
