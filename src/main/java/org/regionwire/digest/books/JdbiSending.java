package org.regionwire.digest.books;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Settlement;

/** What senders write into the ledger: taken, about to go, gone. */
public final class JdbiSending {
  private final Handle handle;

  JdbiSending(Handle handle) {
    this.handle = handle;
  }

  /**
   * Takes those of the letters that wait, whose time has come, and that nothing holds: for one
   * caller only, until the lease ends or they are given back or settled.
   */
  public List<Letter> lease(Collection<String> ids, Instant now, Instant until) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            "update letter set state = 'leased', lease_until = :until, attempts = attempts + 1"
                + " where id in (<ids>) and state in ('planned', 'uncertain')"
                + " and not_before <= :now and"
                + JdbiPauses.NONE
                + " returning "
                + JdbiLedger.FIELDS)
        .bindList("ids", List.copyOf(ids))
        .bind("until", until.toEpochMilli())
        .bind("now", now.toEpochMilli())
        .map((row, context) -> JdbiLedger.letter(row))
        .list();
  }

  /**
   * That these are about to go, until that is known or the lease ends.
   *
   * @return for each whether it may: it is still leased by whoever asks, and nothing holds it
   */
  public List<Boolean> begin(List<Letter> letters, Instant now, Instant leaseUntil) {
    var begun = begin(letters, JdbiPauses.NONE_AT_ALL, now, leaseUntil);
    var held = letters.stream().filter(letter -> !begun.get(letters.indexOf(letter))).toList();
    if (held.isEmpty()) {
      return begun;
    }
    // Something is held, but maybe not these: the longer question, which takes longer to prepare.
    var others = begin(held, JdbiPauses.NONE, now, leaseUntil);
    return letters.stream()
        .map(letter -> !held.contains(letter) || others.get(held.indexOf(letter)))
        .toList();
  }

  private List<Boolean> begin(
      List<Letter> letters, String unheld, Instant now, Instant leaseUntil) {
    if (letters.isEmpty()) {
      return List.of();
    }
    var batch =
        handle.prepareBatch(
            "update letter set state = 'sending', lease_until = :lease where id = :id"
                + " and state = 'leased' and attempts = :attempts and"
                + unheld);
    for (var letter : letters) {
      batch
          .bind("lease", leaseUntil.toEpochMilli())
          .bind("now", now.toEpochMilli())
          .bind("id", letter.id())
          .bind("attempts", letter.attempts())
          .add();
    }
    return counted(batch.execute());
  }

  /**
   * What became of them.
   *
   * @return for each false when someone else has taken the letter since
   */
  public List<Boolean> settle(List<Settlement> settlements) {
    var batch =
        handle.prepareBatch(
            "update letter set state = :state, reply = :reply, settled_at = :settled,"
                + " not_before = :later, remind_at = :later, lease_until = 0,"
                + " tries = tries + :tried,"
                + " unsure = case when :unsure = 1 then 1 else unsure end where id = :id"
                + " and attempts = :attempts and state in ('leased', 'sending', 'uncertain')");
    for (var one : settlements) {
      batch
          .bind("state", one.state().word())
          .bind("reply", one.reply())
          .bind("settled", one.isFinal() ? one.at().toEpochMilli() : 0)
          .bind("later", one.later().toEpochMilli())
          .bind("tried", one.isTried() ? 1 : 0)
          .bind("unsure", one.state() == Letter.State.UNCERTAIN ? 1 : 0)
          .bind("id", one.letter().id())
          .bind("attempts", one.letter().attempts())
          .add();
    }
    return counted(settlements.isEmpty() ? new int[0] : batch.execute());
  }

  /**
   * Letters whose sender died. Those that were on their way: nobody knows, and it is time to see.
   */
  public void endLeases(Instant now) {
    handle.execute(
        "update letter set state = 'uncertain', unsure = 1, tries = tries + 1, lease_until = 0,"
            + " remind_at = ?,"
            + " reply = 'its sender died or was too slow'"
            + " where state = 'sending' and settled_at = 0 and lease_until <= ?",
        now.toEpochMilli(),
        now.toEpochMilli());
    handle.execute(
        "update letter set state = case when unsure = 1 then 'uncertain' else 'planned' end,"
            + " lease_until = 0, remind_at = ? where state = 'leased' and settled_at = 0"
            + " and lease_until <= ?",
        now.toEpochMilli(),
        now.toEpochMilli());
  }

  private static List<Boolean> counted(int[] counts) {
    List<Boolean> done = new ArrayList<>(counts.length);
    for (int count : counts) {
      done.add(count == 1);
    }
    return done;
  }
}
