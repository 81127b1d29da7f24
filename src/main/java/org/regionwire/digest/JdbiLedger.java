package org.regionwire.digest;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The table that says what was sent to whom. */
final class JdbiLedger {
  private static final String FIELDS =
      "id, subscriber, kind, period, subscriptions, window_after, window_upto, state, planned_at,"
          + " not_before, attempts";

  private final Handle handle;

  JdbiLedger(Handle handle) {
    this.handle = handle;
  }

  /** False when there is already one for this person and period. */
  boolean plan(Letter letter) {
    return handle
            .createUpdate(
                "insert into letter (id, subscriber, kind, period, subscriptions, window_after, window_upto,"
                    + " state, planned_at, not_before, remind_at, reminders, lease_until,"
                    + " attempts, settled_at, reply) values (:id, :subscriber, :kind, :period,"
                    + " :subscriptions, :after, :upto, 'planned', :planned, :planned, :remind, 0, 0, 0, 0, '')"
                    + " on conflict do nothing")
            .bind("id", letter.id())
            .bind("subscriber", letter.subscriber())
            .bind("kind", letter.kind().word())
            .bind("period", letter.period())
            .bind("subscriptions", String.join(" ", letter.subscriptions()))
            .bind("after", letter.after())
            .bind("upto", letter.upTo())
            .bind("planned", letter.planned().toEpochMilli())
            .bind("remind", letter.planned().plus(Patience.after(1)).toEpochMilli())
            .execute()
        == 1;
  }

  Optional<Letter> find(String id) {
    return handle
        .createQuery("select " + FIELDS + " from letter where id = :id")
        .bind("id", id)
        .map((row, context) -> letter(row))
        .findOne();
  }

  /** Digests that surely did not go out, by person: one each. */
  Map<String, Letter> planned(Collection<String> subscribers) {
    return handle
        .createQuery(
            "select "
                + FIELDS
                + " from letter where subscriber in (<ids>) and kind = 'digest'"
                + " and state = 'planned'")
        .bindList("ids", List.copyOf(subscribers))
        .map((row, context) -> letter(row))
        .stream()
        .collect(toMap(Letter::subscriber, one -> one, (one, other) -> one));
  }

  /** It says more now. */
  void extend(Letter letter) {
    handle
        .createUpdate(
            "update letter set window_upto = :upto, subscriptions = :subscriptions"
                + " where id = :id and state = 'planned'")
        .bind("id", letter.id())
        .bind("upto", letter.upTo())
        .bind("subscriptions", String.join(" ", letter.subscriptions()))
        .execute();
  }

  /** True for one caller only, until the lease ends or the letter is settled. */
  boolean claim(Letter letter, Instant leaseUntil) {
    return handle
            .createUpdate(
                "update letter set state = 'sending', lease_until = :lease,"
                    + " attempts = attempts + 1 where id = :id and state = :state"
                    + " and attempts = :attempts and window_upto = :upto"
                    + " and subscriptions = :subscriptions")
            .bind("upto", letter.upTo())
            .bind("subscriptions", String.join(" ", letter.subscriptions()))
            .bind("lease", leaseUntil.toEpochMilli())
            .bind("id", letter.id())
            .bind("state", letter.state().word())
            .bind("attempts", letter.attempts())
            .execute()
        == 1;
  }

  /** For good. False when someone else has claimed the letter since. */
  boolean settle(Letter claimed, Letter.State state, String reply, Instant now) {
    return handle
            .createUpdate(
                "update letter set state = :state, reply = :reply, settled_at = :now,"
                    + " lease_until = 0 where id = :id and attempts = :attempts"
                    + " and state in ('planned', 'sending', 'uncertain')")
            .bind("state", state.word())
            .bind("reply", reply)
            .bind("now", now.toEpochMilli())
            .bind("id", claimed.id())
            .bind("attempts", claimed.attempts())
            .execute()
        == 1;
  }

  /**
   * Back among those that wait, until {@code notBefore}; who reminds of it is the sweep. False when
   * someone else has claimed the letter since.
   */
  boolean postpone(Letter claimed, Letter.State state, String reply, Instant notBefore) {
    return handle
            .createUpdate(
                "update letter set state = :state, reply = :reply, not_before = :at, remind_at = :at,"
                    + " lease_until = 0 where id = :id and attempts = :attempts"
                    + " and state = 'sending'")
            .bind("state", state.word())
            .bind("reply", reply)
            .bind("at", notBefore.toEpochMilli())
            .bind("id", claimed.id())
            .bind("attempts", claimed.attempts())
            .execute()
        == 1;
  }

  /** One that surely did not go out, because a later one says it all. */
  void cancel(String id, Instant now) {
    handle.execute(
        "update letter set state = 'cancelled', settled_at = ?, reply = 'a later one says it'"
            + " where id = ? and state = 'planned'",
        now.toEpochMilli(),
        id);
  }

  /** Everything that waits, for a person who wants no more. */
  void cancelWaiting(String subscriber, Instant now) {
    handle.execute(
        "update letter set state = 'cancelled', settled_at = ?, reply = 'unsubscribed'"
            + " where subscriber = ? and state in ('planned', 'uncertain')",
        now.toEpochMilli(),
        subscriber);
  }

  boolean hasConfirmationSince(String subscriber, Instant since) {
    return count(
            "select count(*) from letter where subscriber = ? and kind = 'confirmation'"
                + " and planned_at > ?",
            subscriber,
            since.toEpochMilli())
        > 0;
  }

  /** Letters whose sender died: nobody knows whether they went out, and it is time to see. */
  void endLeases(Instant now) {
    handle.execute(
        "update letter set state = 'uncertain', lease_until = 0, remind_at = ?,"
            + " reply = 'its sender died or was too slow'"
            + " where state = 'sending' and lease_until <= ?",
        now.toEpochMilli(),
        now.toEpochMilli());
  }

  /** The ids of letters that wait although nobody may know; each is named again only later. */
  List<String> remind(Instant now, int most) {
    record Row(String id, int reminders) {}
    var rows =
        handle
            .createQuery(
                "select id, reminders from letter where state in ('planned', 'uncertain')"
                    + " and remind_at <= :now and not_before <= :now order by remind_at, id"
                    + " limit :most")
            .bind("now", now.toEpochMilli())
            .bind("most", most)
            .map((row, context) -> new Row(row.getString("id"), row.getInt("reminders")))
            .list();
    for (var row : rows) {
      Duration wait = Patience.after(row.reminders() + 1);
      handle.execute(
          "update letter set remind_at = ?, reminders = reminders + 1 where id = ?",
          now.plus(wait).toEpochMilli(),
          row.id());
    }
    return rows.stream().map(Row::id).toList();
  }

  /** All letters of a person. */
  Set<String> ids(String subscriber) {
    return handle
        .createQuery("select id from letter where subscriber = ?")
        .bind(0, subscriber)
        .mapTo(String.class)
        .set();
  }

  void eraseSettled(Instant before) {
    handle.execute(
        "delete from letter where state in ('accepted', 'rejected', 'cancelled')"
            + " and settled_at < ?",
        before.toEpochMilli());
  }

  private static SortedSet<String> words(String text) {
    return text.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(text.split(" ")));
  }

  private int count(String sql, Object... values) {
    return handle.select(sql, values).mapTo(Integer.class).one();
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getString("id"),
        row.getString("subscriber"),
        Letter.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("period"),
        words(row.getString("subscriptions")),
        row.getLong("window_after"),
        row.getLong("window_upto"),
        Letter.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Instant.ofEpochMilli(row.getLong("planned_at")),
        Instant.ofEpochMilli(row.getLong("not_before")),
        row.getInt("attempts"));
  }
}
