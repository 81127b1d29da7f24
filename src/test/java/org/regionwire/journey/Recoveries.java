package org.regionwire.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.regionwire.journey.Newsroom.Reply;

/** How long it takes until an item sent to a node is published, after something died. */
final class Recoveries {
  private static final long LONGEST_MILLIS = 60_000;
  private static final String RECOVERY = "recovery after the death of a ";

  private final Sent sent;
  private final Map<String, List<Long>> millis = new TreeMap<>();
  private int number;

  Recoveries(Sent sent) {
    this.sent = sent;
  }

  /** From now until a node has published something new. */
  void measure(String what, Newsroom node) throws IOException {
    add(RECOVERY + what, awaitPublished(node));
  }

  /** Returns when the node has published something new, and how long that took in milliseconds. */
  long awaitPublished(Newsroom node) throws IOException {
    long start = System.nanoTime();
    String title = "After a death " + ++number;
    sent.attempts(title);
    while (Clocks.millisSince(start) < LONGEST_MILLIS) {
      Reply reply = posts(node, title);
      if (reply.status() == 201 || reply.status() == 202) {
        sent.acknowledged(title, reply.id());
      }
      if (reply.status() == 201) {
        break;
      }
      Clocks.rest(50);
    }
    return Clocks.millisSince(start);
  }

  /** From when a node shows something new until another one does. */
  void hear(Newsroom node, Newsroom other) throws IOException {
    String title = "News of a neighbour " + ++number;
    other.gets("/feeds/all.json");
    sent.attempts(title);
    Reply reply = posts(node, title);
    long start = System.nanoTime();
    sent.acknowledged(title, reply.id());
    while (!other.gets("/feeds/all.json").body().contains("\"" + title + "\"")
        && Clocks.millisSince(start) < LONGEST_MILLIS) {
      Clocks.rest(2);
    }
    add("heard by another node", Clocks.millisSince(start));
  }

  private Reply posts(Newsroom node, String title) throws IOException {
    String item = "{\"title\": \"" + title + "\", \"regions\": [\"oslo\"]}";
    byte[] bytes = item.getBytes(StandardCharsets.UTF_8);
    return node.posts(
        "application/json", bytes, "Prefer", "wait=2", "Idempotency-Key", "r" + number);
  }

  private void add(String what, long took) {
    millis.computeIfAbsent(what, one -> new ArrayList<>()).add(took);
  }

  /** Of recoveries after deaths of all kinds; 0 without any. */
  long p95Millis() {
    var all =
        millis.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(RECOVERY))
            .flatMap(entry -> entry.getValue().stream())
            .sorted()
            .toList();
    return all.isEmpty() ? 0 : percentile(all, 0.95);
  }

  /** Of recoveries after deaths of all kinds; 0 without any. */
  long longestMillis() {
    return millis.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(RECOVERY))
        .flatMap(entry -> entry.getValue().stream())
        .reduce(0L, Math::max);
  }

  private static long percentile(List<Long> sorted, double part) {
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }

  String told() {
    var told = new ArrayList<String>();
    millis.forEach(
        (what, all) -> {
          var sorted = new ArrayList<>(all);
          Collections.sort(sorted);
          told.add(
              "%s: p50 %d ms, p95 %d ms, longest %d ms of %d"
                  .formatted(
                      what,
                      percentile(sorted, 0.5),
                      percentile(sorted, 0.95),
                      sorted.get(sorted.size() - 1),
                      sorted.size()));
        });
    return String.join("; ", told);
  }
}
