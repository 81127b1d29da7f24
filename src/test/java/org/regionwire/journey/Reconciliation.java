package org.regionwire.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what senders were told with what readers see: the oracle of the crash journey. */
final class Reconciliation {
  /** An item somewhere: in a feed, in the archive. */
  record Seen(String id, String title) {}

  private static final String TAG = "tag:regionwire.org,2026:item:";

  private final Sent sent;
  private final List<String> differences = new ArrayList<>();

  Reconciliation(Sent sent) {
    this.sent = sent;
  }

  void of(String place, List<Seen> seen) {
    Map<String, String> shown = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (Seen one : seen) {
      if (shown.put(one.title(), one.id()) != null || !ids.add(one.id())) {
        differences.add(place + " has twice: " + one);
      }
      if (!sent.has(one.title())) {
        differences.add(place + " has what nobody sent: " + one);
      }
    }
    sent.acknowledged()
        .forEach(
            (title, id) -> {
              String there = shown.get(title);
              if (there == null) {
                differences.add(place + " lost what was acknowledged: " + title + " as " + id);
              } else if (!there.equals(TAG + id)) {
                differences.add(place + " shows " + title + " as " + there + ", not as " + id);
              }
            });
  }

  void says(String difference) {
    differences.add(difference);
  }

  List<String> differences() {
    return List.copyOf(differences);
  }
}
