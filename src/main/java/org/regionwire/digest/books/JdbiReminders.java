package org.regionwire.digest.books;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Patience;

/** Letters of the ledger that wait to be sent, and maybe nobody knows. */
public final class JdbiReminders {
  private final Handle handle;

  JdbiReminders(Handle handle) {
    this.handle = handle;
  }

  /** The ids of letters that wait although nobody may know; each is named again only later. */
  public List<String> remind(Instant now, int most) {
    List<Reminded> rows = new ArrayList<>();
    for (var state : List.of(Letter.State.UNCERTAIN, Letter.State.PLANNED)) {
      rows.addAll(waiting("state = '" + state.word() + "'", now, most - rows.size()));
    }
    return remind(rows, now);
  }

  /** As {@link #remind}, but no digests. */
  public List<String> remindOfAskedFor(Instant now, int most) {
    return remind(
        waiting("kind <> 'digest' and state in ('planned', 'uncertain')", now, most), now);
  }

  private List<String> remind(List<Reminded> rows, Instant now) {
    var later =
        handle.prepareBatch(
            "update letter set remind_at = :at, reminders = reminders + 1 where id = :id");
    for (var row : rows) {
      Duration wait = Patience.after(row.reminders() + 1);
      later.bind("at", now.plus(wait).toEpochMilli()).bind("id", row.id()).add();
    }
    if (!rows.isEmpty()) {
      later.execute();
    }
    return rows.stream().map(Reminded::id).toList();
  }

  private record Reminded(String id, int reminders) {}

  /**
   * By the index, however many wait.
   *
   * @param which of one state, or no digests
   */
  private List<Reminded> waiting(String which, Instant now, int most) {
    return handle
        .createQuery(
            "select id, reminders from letter where "
                + which
                + " and settled_at = 0 and remind_at <= :now and not_before <= :now"
                + " order by remind_at limit :most")
        .bind("now", now.toEpochMilli())
        .bind("most", most)
        .map((row, context) -> new Reminded(row.getString("id"), row.getInt("reminders")))
        .list();
  }

  /** The sweep names all that wait, when it comes next. */
  public void remindOfAll(Instant now) {
    handle.execute(
        "update letter set remind_at = ? where state in ('planned', 'uncertain')"
            + " and settled_at = 0 and remind_at > ?",
        now.toEpochMilli(),
        now.toEpochMilli());
  }

  /** False when it is not in doubt. */
  public boolean hurry(String id, Instant now) {
    return handle.execute(
            "update letter set not_before = ?, remind_at = ? where id = ? and state = 'uncertain'",
            now.toEpochMilli(),
            now.toEpochMilli(),
            id)
        == 1;
  }

  /** How many are in doubt. */
  public int hurryAll(Instant now) {
    return handle.execute(
        "update letter set not_before = ?, remind_at = ? where state = 'uncertain'"
            + " and settled_at = 0",
        now.toEpochMilli(),
        now.toEpochMilli());
  }
}
