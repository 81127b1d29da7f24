package org.regionwire.region.mention;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How well predictions fit, by the rules of the development set. */
final class Score {
  private final GoldNames names;
  private int right;
  private int wrong;
  private int missed;
  private int subjects;
  private int subjectsRight;
  private int empty;
  private int emptyRight;
  private int items;

  Score(GoldNames names) {
    this.names = names;
  }

  void add(JsonNode item, JsonNode prediction) {
    List<JsonNode> predicted = new ArrayList<>();
    prediction.get("places").forEach(predicted::add);
    predicted.removeIf(place -> Set.of("parent", "context").contains(place.path("role").asText()));
    var gold = item.get("places");
    items++;
    pair(predicted, gold);
    subject(predicted, gold);
  }

  private void pair(List<JsonNode> predicted, JsonNode gold) {
    Set<Integer> used = new HashSet<>();
    for (JsonNode place : predicted) {
      int hit = hit(place, gold, used);
      if (hit >= 0 && used.add(hit)) {
        right += isCounted(gold.get(hit)) ? 1 : 0;
      } else if (hit < 0) {
        wrong += place.path("kind").asText().equals("country") ? 0 : 1;
      }
    }
    for (int i = 0; i < gold.size(); i++) {
      missed += !used.contains(i) && isCounted(gold.get(i)) ? 1 : 0;
    }
  }

  /** An unused one first; another mention of a used one is neither right nor wrong. */
  private int hit(JsonNode place, JsonNode gold, Set<Integer> used) {
    int again = -1;
    for (int i = 0; i < gold.size(); i++) {
      if (names.match(place, gold.get(i))) {
        if (!used.contains(i)) {
          return i;
        }
        again = i;
      }
    }
    return again;
  }

  private static boolean isCounted(JsonNode gold) {
    return !gold.path("optional").asBoolean()
        && !Set.of("country", "macro").contains(gold.path("kind").asText());
  }

  private void subject(List<JsonNode> predicted, JsonNode gold) {
    boolean any = false;
    boolean fits = false;
    for (JsonNode place : gold) {
      if (place.path("primary").asBoolean()) {
        any = true;
        fits |= !predicted.isEmpty() && names.match(predicted.get(0), place);
      }
    }
    subjects += any ? 1 : 0;
    subjectsRight += fits ? 1 : 0;
    empty += gold.isEmpty() ? 1 : 0;
    emptyRight += gold.isEmpty() && predicted.isEmpty() ? 1 : 0;
  }

  double f1() {
    return 2.0 * right / Math.max(1, 2 * right + wrong + missed);
  }

  double primary() {
    return ratio(subjectsRight, subjects);
  }

  double none() {
    return ratio(emptyRight, empty);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  String line(String name) {
    return String.format(
        java.util.Locale.ROOT,
        "%-16s %4d items | cities and regions F1 %.3f (%d right, %d wrong, %d missed)"
            + " | primary %.3f | none %.3f",
        name,
        items,
        f1(),
        right,
        wrong,
        missed,
        primary(),
        none());
  }
}
