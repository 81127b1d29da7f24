package org.regionwire.digest.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.digest.Letter;
import org.regionwire.digest.books.JdbiBooks.Open;

/** What was decided about a page of persons, written at once. */
final class PlannedPage {
  private final long cut;
  private final Instant now;
  private final Map<String, Optional<Instant>> due = new HashMap<>();
  private final Map<String, Long> people = new HashMap<>();
  private final Map<String, Long> subscriptions = new HashMap<>();
  private final List<Decision> decisions = new ArrayList<>();

  /**
   * @param isNew whether it is to be planned; else the one that waits says more
   */
  private record Decision(Letter letter, Optional<Letter> waiting, boolean isNew) {}

  PlannedPage(long cut, Instant now) {
    this.cut = cut;
    this.now = now;
  }

  void due(String subscription, Optional<Instant> next) {
    due.put(subscription, next);
  }

  void nothingFor(String person, List<String> ids) {
    people.put(person, cut);
    ids.forEach(id -> subscriptions.put(id, cut));
  }

  void letter(Letter letter, Optional<Letter> waiting, boolean isNew) {
    decisions.add(new Decision(letter, waiting, isNew));
  }

  /**
   * @param all that were looked at
   * @return ids of the new letters
   */
  List<String> write(Open open, List<String> all) {
    var fresh = decisions.stream().filter(Decision::isNew).map(Decision::letter).toList();
    var planned = open.ledger().plan(fresh);
    for (var decision : decisions) {
      var letter = decision.letter();
      decision
          .waiting()
          .ifPresent(waiting -> replace(open, waiting, letter, planned.contains(letter.id())));
    }
    open.subscribers().moveCursors(people);
    open.subscriptions().moveCursors(subscriptions);
    open.subscriptions().nextDue(due);
    open.subscribers().dueByTheirSubscriptions(all);
    return fresh.stream().map(Letter::id).filter(planned::contains).toList();
  }

  private void replace(Open open, Letter waiting, Letter letter, boolean isPlanned) {
    if (isPlanned) {
      open.ledger().cancel(waiting.id(), now);
    } else {
      open.ledger().extend(waiting.extended(letter.subscriptions(), cut));
    }
  }
}
