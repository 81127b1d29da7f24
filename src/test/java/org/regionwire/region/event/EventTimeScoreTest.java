package org.regionwire.region.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often start and end are right, and how often a date is given where there is none. */
class EventTimeScoreTest {

  private static final class Row {
    int dated;
    int exact;
    int started;
    int undated;
    int invented;

    void add(JsonNode item) {
      var found = Items.found(item);
      String start = found.map(f -> f.start().date().toString()).orElse("");
      String end = found.map(f -> f.end().orElse(f.start()).date().toString()).orElse("");
      if (item.path("date_scope").asText().equals("skip")) {
        return;
      }
      if (item.path("date_scope").asText().equals("none")) {
        undated++;
        invented += found.isPresent() ? 1 : 0;
        return;
      }
      String gold = item.path("start").asText();
      boolean startOnly = item.path("date_scope").asText().equals("start");
      boolean ends = startOnly || end.equals(Items.text(item, "end").orElse(gold));
      dated++;
      started += start.equals(gold) ? 1 : 0;
      exact += start.equals(gold) && ends ? 1 : 0;
    }

    double share(int part, int whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }

    String line(String name) {
      return "%-8s %5d  %.3f %.3f | %5d  %.3f"
          .formatted(
              name,
              dated,
              share(exact, dated),
              share(started, dated),
              undated,
              share(invented, undated));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "event/dev, 0.95, 0.0",
    "event/own-1, 0.97, 0.01",
    "event/own-2, 0.97, 0.01",
    "event/own-3, 0.97, 0.01",
    "event/fresh, 0.90, 0.03",
    "regions/news-1, 0.95, 0.03",
    "regions/news-2, 0.95, 0.03",
  })
  void dates_are_as_good_as_they_were(String set, double exact, double invented)
      throws IOException {
    var all = new Row();
    Map<String, Row> rows = new TreeMap<>();
    try (InputStream in = getClass().getResourceAsStream("/" + set + ".jsonl");
        var items = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(in)) {
      while (items.hasNext()) {
        JsonNode item = items.next();
        all.add(item);
        rows.computeIfAbsent(item.path("lang").asText(), language -> new Row()).add(item);
      }
    }
    System.out.println("event time in " + set + "\n         dated  exact start | none   false");
    rows.forEach((language, row) -> System.out.println(row.line(language)));
    System.out.println(all.line("all"));
    assertThat(all.share(all.exact, all.dated)).isGreaterThanOrEqualTo(exact);
    assertThat(all.share(all.invented, all.undated)).isLessThanOrEqualTo(invented);
  }
}
