package org.regionwire.digest.sending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.regionwire.digest.Edition;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Pause;
import org.regionwire.digest.Settlement;
import org.regionwire.digest.books.JdbiBooks.Open;
import org.regionwire.digest.composing.Contents;

/** What a sender has to tell the ledger. */
sealed interface Report {

  /** The letter is about to go: written down is what this person will have got. */
  record Begin(Ready ready) implements Report {}

  /**
   * What became of it.
   *
   * @param edition that it would have shown
   * @param upTo everything up to this sequence is told when it was accepted
   */
  record End(Settlement settlement, Edition edition, long upTo) implements Report {
    End(Settlement settlement, Contents contents) {
      this(settlement, contents.edition(), contents.upTo());
    }

    Letter letter() {
      return settlement.letter();
    }

    boolean isDigest() {
      return letter().kind() == Letter.Kind.DIGEST;
    }
  }

  /** What must not go out for a while. */
  record Hold(Pause pause) implements Report {}

  /**
   * Writes several; what ended before what begins.
   *
   * @return for each whether it holds: a letter that may not go, or was taken by someone else, is
   *     false
   */
  static List<Boolean> write(Open open, List<Report> all, Instant now) {
    List<Boolean> results = new ArrayList<>(Collections.nCopies(all.size(), true));
    List<Integer> ends = new ArrayList<>();
    List<Integer> begins = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof End) {
        ends.add(i);
      } else if (all.get(i) instanceof Begin) {
        begins.add(i);
      } else if (all.get(i) instanceof Hold hold) {
        open.pauses().add(hold.pause());
      }
    }
    var ended = ends.stream().map(i -> (End) all.get(i)).toList();
    note(results, ends, end(open, ended));
    var begun = begins.stream().map(i -> (Begin) all.get(i)).toList();
    note(results, begins, begin(open, begun, now));
    return results;
  }

  private static void note(List<Boolean> results, List<Integer> places, List<Boolean> some) {
    for (int i = 0; i < places.size(); i++) {
      results.set(places.get(i), some.get(i));
    }
  }

  private static List<Boolean> begin(Open open, List<Begin> begins, Instant now) {
    var letters = begins.stream().map(begin -> begin.ready().letter()).toList();
    var begun = open.sending().begin(letters, now, now.plus(LetterSending.LEASE));
    Map<String, Edition> editions = new HashMap<>();
    for (int i = 0; i < begins.size(); i++) {
      var ready = begins.get(i).ready();
      if (begun.get(i) && ready.letter().kind() == Letter.Kind.DIGEST) {
        editions.put(ready.letter().id(), ready.contents().edition());
      }
    }
    open.editions().record(editions);
    return begun;
  }

  /** With the letter, and only with it, the cursors move. What was rejected comes tomorrow. */
  private static List<Boolean> end(Open open, List<End> ends) {
    var settled = open.sending().settle(ends.stream().map(End::settlement).toList());
    Map<String, Long> people = new HashMap<>();
    Map<String, Long> subscriptions = new HashMap<>();
    Map<String, Edition> unsent = new HashMap<>();
    for (int i = 0; i < ends.size(); i++) {
      var end = ends.get(i);
      if (!settled.get(i) || !end.isDigest()) {
        continue;
      }
      if (end.settlement().isTold()) {
        people.merge(end.letter().subscriber(), end.upTo(), Math::max);
        end.letter().subscriptions().forEach(id -> subscriptions.merge(id, end.upTo(), Math::max));
      } else if (end.settlement().isUnsent()) {
        unsent.put(end.letter().id(), end.edition());
      }
    }
    open.subscribers().moveCursors(people);
    open.subscriptions().moveCursors(subscriptions);
    open.editions().forget(unsent);
    return settled;
  }
}
