package org.regionwire.region.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.regionwire.region.gazetteer.Gazetteer;

/** Prints the table; the floors are a little under what was reached. */
class ScoreTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Predictions PREDICTIONS =
      new Predictions(new PlaceFinder(Gazetteer.load()), JSON);

  @Test
  void the_development_set_is_read_well() throws IOException {
    var score = score("regions-dev.jsonl");
    assertThat(score.f1()).isGreaterThanOrEqualTo(0.96);
    assertThat(score.primary()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.none()).isEqualTo(1);
  }

  @Test
  void our_own_items_are_read_well() throws IOException {
    var score = score("own-items.jsonl");
    assertThat(score.f1()).isGreaterThanOrEqualTo(0.97);
    assertThat(score.primary()).isGreaterThanOrEqualTo(0.94);
    assertThat(score.none()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void releases_and_announcements_are_read_well() throws IOException {
    var first = score("news-1.jsonl");
    assertThat(first.f1()).isGreaterThanOrEqualTo(0.96);
    assertThat(first.primary()).isGreaterThanOrEqualTo(0.95);
    assertThat(first.none()).isGreaterThanOrEqualTo(0.95);
    var second = score("news-2.jsonl");
    assertThat(second.f1()).isGreaterThanOrEqualTo(0.95);
    assertThat(second.primary()).isGreaterThanOrEqualTo(0.9);
    assertThat(second.none()).isGreaterThanOrEqualTo(0.92);
  }

  private static Score score(String file) throws IOException {
    var names = new GoldNames(JSON.readTree(resource("accepted-names.json")));
    var all = new Score(names);
    Map<String, Score> languages = new TreeMap<>();
    for (String line : resource(file).lines().filter(line -> !line.isBlank()).toList()) {
      var item = JSON.readTree(line);
      var prediction = PREDICTIONS.of(item);
      all.add(item, prediction);
      languages
          .computeIfAbsent(item.get("lang").asText(), language -> new Score(names))
          .add(item, prediction);
    }
    System.out.println(all.line(file.replace(".jsonl", "")));
    languages.forEach((language, score) -> System.out.println(score.line("  " + language)));
    return all;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ScoreTest.class.getResourceAsStream("/regions/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
