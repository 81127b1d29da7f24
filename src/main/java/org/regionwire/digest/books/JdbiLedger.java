package org.regionwire.digest.books;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Patience;

/** The table that says what was sent to whom. */
public final class JdbiLedger {
  static final String FIELDS =
      "id, subscriber, kind, period, subscriptions, window_after, window_upto, state, planned_at,"
          + " not_before, attempts, tries, unsure, run, destination";

  private final Handle handle;

  JdbiLedger(Handle handle) {
    this.handle = handle;
  }

  /** False when there is already one for this person and period. */
  public boolean plan(Letter letter) {
    return plan(List.of(letter)).contains(letter.id());
  }

  /** The ids of those for whose persons and periods there was none yet. */
  public Set<String> plan(List<Letter> letters) {
    if (letters.isEmpty()) {
      return Set.of();
    }
    var batch =
        handle.prepareBatch(
            "insert into letter (id, subscriber, kind, period, subscriptions, window_after,"
                + " window_upto, state, planned_at, not_before, remind_at, reminders, lease_until,"
                + " attempts, settled_at, reply, run, destination) values (:id, :subscriber, :kind,"
                + " :period, :subscriptions, :after, :upto, 'planned', :planned, :planned, :remind,"
                + " 0, 0, 0, 0, '', :run, :destination) on conflict do nothing");
    for (var letter : letters) {
      batch
          .bind("id", letter.id())
          .bind("subscriber", letter.subscriber())
          .bind("kind", letter.kind().word())
          .bind("period", letter.period())
          .bind("subscriptions", String.join(" ", letter.subscriptions()))
          .bind("after", letter.after())
          .bind("upto", letter.upTo())
          .bind("planned", letter.planned().toEpochMilli())
          .bind("remind", letter.planned().plus(Patience.after(1)).toEpochMilli())
          .bind("run", letter.run())
          .bind("destination", letter.destination())
          .add();
    }
    // PostgreSQL does not count the rows of a batch that it writes as one.
    var ids = letters.stream().map(Letter::id).toList();
    var before = known(ids);
    batch.execute();
    var planned = known(ids);
    planned.removeAll(before);
    return planned;
  }

  private Set<String> known(List<String> ids) {
    return handle
        .createQuery("select id from letter where id in (<ids>)")
        .bindList("ids", ids)
        .mapTo(String.class)
        .stream()
        .collect(Collectors.toCollection(HashSet::new));
  }

  public Optional<Letter> find(String id) {
    return handle
        .createQuery("select " + FIELDS + " from letter where id = :id")
        .bind("id", id)
        .map((row, context) -> letter(row))
        .findOne();
  }

  /** Digests that surely did not go out, by person: one each. */
  public Map<String, Letter> planned(Collection<String> subscribers) {
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
  public void extend(Letter letter) {
    handle
        .createUpdate(
            "update letter set window_upto = :upto, subscriptions = :subscriptions"
                + " where id = :id and state = 'planned'")
        .bind("id", letter.id())
        .bind("upto", letter.upTo())
        .bind("subscriptions", String.join(" ", letter.subscriptions()))
        .execute();
  }

  /** One that surely did not go out, because a later one says it all. */
  public void cancel(String id, Instant now) {
    handle.execute(
        "update letter set state = 'cancelled', settled_at = ?, reply = 'a later one says it'"
            + " where id = ? and state = 'planned'",
        now.toEpochMilli(),
        id);
  }

  /** Everything that waits, for a person who wants no more. */
  public void cancelWaiting(String subscriber, Instant now) {
    handle.execute(
        "update letter set state = 'cancelled', settled_at = ?, reply = 'unsubscribed'"
            + " where subscriber = ? and state in ('planned', 'leased', 'uncertain')",
        now.toEpochMilli(),
        subscriber);
  }

  public boolean hasConfirmationSince(String subscriber, Instant since) {
    return count(
            "select count(*) from letter where subscriber = ? and kind = 'confirmation'"
                + " and planned_at > ?",
            subscriber,
            since.toEpochMilli())
        > 0;
  }

  /** Those of them that there are. */
  public Set<String> known(Collection<String> ids) {
    return handle
        .createQuery("select id from letter where id in (<ids>)")
        .bindList("ids", List.copyOf(ids))
        .mapTo(String.class)
        .set();
  }

  /** All letters of a person. */
  public Set<String> ids(String subscriber) {
    return handle
        .createQuery("select id from letter where subscriber = ?")
        .bind(0, subscriber)
        .mapTo(String.class)
        .set();
  }

  public void eraseSettled(Instant before) {
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

  static Letter letter(ResultSet row) throws SQLException {
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
        row.getInt("attempts"),
        row.getInt("tries"),
        row.getInt("unsure") == 1,
        row.getString("run"),
        row.getString("destination"));
  }
}
