package org.regionwire.digest.books;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.regionwire.digest.Cadence;
import org.regionwire.digest.Cadence.Pace;
import org.regionwire.digest.LetterFormat;
import org.regionwire.digest.Schedule;
import org.regionwire.digest.Subscription;
import org.regionwire.news.Selection;
import org.regionwire.news.SelectionText;

/** The table of what persons asked for. */
public final class JdbiSubscriptions {
  private static final String FIELDS =
      "id, subscriber, state, selection, cadence, day, zone, local_time, language, format, cursor,"
          + " next_due";

  private final Handle handle;

  JdbiSubscriptions(Handle handle) {
    this.handle = handle;
  }

  public void add(Subscription wish, String confirmHash, Instant askedAt) {
    handle
        .createUpdate(
            "insert into subscription (id, subscriber, state, selection, cadence, day, zone,"
                + " local_time, language, format, confirm_hash, cursor, asked_at) values (:id,"
                + " :subscriber, :state, :selection, :cadence, :day, :zone, :time, :language,"
                + " :format, :hash, :cursor, :asked)")
        .bind("id", wish.id())
        .bind("subscriber", wish.subscriber())
        .bind("state", wish.state().word())
        .bind("selection", SelectionText.of(wish.selection()))
        .bind("cadence", wish.cadence().pace().word())
        .bind("day", wish.cadence().day())
        .bind("zone", wish.schedule().zone().getId())
        .bind("time", wish.schedule().time().toString())
        .bind("language", wish.language())
        .bind("format", wish.format().word())
        .bind("hash", confirmHash)
        .bind("cursor", wish.cursor())
        .bind("asked", askedAt.toEpochMilli())
        .execute();
  }

  public Optional<Subscription> find(String id) {
    return one("id", id);
  }

  public Optional<Subscription> byConfirmHash(String hash) {
    return one("confirm_hash", hash);
  }

  /** All of one person's, oldest first. */
  public List<Subscription> of(String subscriber) {
    return of(List.of(subscriber)).getOrDefault(subscriber, List.of());
  }

  /** By person, oldest first. */
  public Map<String, List<Subscription>> of(Collection<String> subscribers) {
    return handle
        .createQuery(
            "select "
                + FIELDS
                + " from subscription where subscriber in (<ids>) order by asked_at, id")
        .bindList("ids", List.copyOf(subscribers))
        .map((row, context) -> subscription(row))
        .stream()
        .collect(groupingBy(Subscription::subscriber));
  }

  /** Of how many persons an active subscription asks for what a selection asks for. */
  long peopleWith(Collection<Selection> selections) {
    return selections.isEmpty()
        ? 0
        : handle
            .createQuery(
                "select count(distinct subscriber) from subscription where state = 'active'"
                    + " and selection in (<selections>)")
            .bindList("selections", selections.stream().map(SelectionText::of).toList())
            .mapTo(Long.class)
            .one();
  }

  /** What is asked for by everyone, each once. */
  List<Selection> activeSelections() {
    // From one to the next by the index: few selections have many subscriptions.
    return selections(
        "with recursive each (text) as (select min(selection) from subscription"
            + " where state = 'active' union all select (select min(selection) from subscription"
            + " where state = 'active' and selection > each.text) from each"
            + " where each.text is not null) select text from each where text is not null");
  }

  /** What those ask for who get letters at once and wait for something, each once. */
  public List<Selection> waitingSelections() {
    return selections(
        "select distinct selection from subscription where cadence = 'immediate'"
            + " and state = 'active' and next_due is null");
  }

  /** Those who wait are due then. */
  public void wake(List<Selection> selections, Instant at) {
    for (var selection : selections) {
      String text = SelectionText.of(selection);
      handle.execute(
          "update subscription set next_due = ? where cadence = 'immediate' and state = 'active'"
              + " and next_due is null and selection = ?",
          at.toEpochMilli(),
          text);
      handle.execute(
          "update subscriber set next_due = case when paused_until > ? then paused_until else ? end"
              + " where (next_due is null or next_due > ?) and id in (select subscriber"
              + " from subscription where cadence = 'immediate' and state = 'active'"
              + " and next_due = ? and selection = ?)",
          at.toEpochMilli(),
          at.toEpochMilli(),
          at.toEpochMilli(),
          at.toEpochMilli(),
          text);
    }
  }

  public List<Subscription> active(String subscriber) {
    return of(subscriber).stream().filter(Subscription::isActive).toList();
  }

  public void activate(String id, long cursor) {
    handle.execute("update subscription set state = 'active', cursor = ? where id = ?", cursor, id);
  }

  /** When each is due next; empty for when something happens. */
  public void nextDue(Map<String, Optional<Instant>> due) {
    var batch = handle.prepareBatch("update subscription set next_due = :at where id = :id");
    due.forEach(
        (id, at) ->
            batch.bind("id", id).bind("at", at.map(Instant::toEpochMilli).orElse(null)).add());
    if (!due.isEmpty()) {
      batch.execute();
    }
  }

  /** Never back. */
  public void moveCursors(Map<String, Long> to) {
    var batch =
        handle.prepareBatch("update subscription set cursor = :to where id = :id and cursor < :to");
    to.forEach((id, cursor) -> batch.bind("id", id).bind("to", cursor).add());
    if (!to.isEmpty()) {
      batch.execute();
    }
  }

  public void end(String id, Instant now) {
    handle.execute(
        "update subscription set state = 'ended', next_due = null, ended_at = ?"
            + " where id = ? and state <> 'ended'",
        now.toEpochMilli(),
        id);
  }

  /** How it came to be that we write to this person. */
  public void confirmed(String id, Instant at, String network) {
    handle.execute(
        "update subscription set confirmed_at = ?, confirmed_from = ? where id = ?",
        at.toEpochMilli(),
        network,
        id);
  }

  public void askedFrom(String id, String network) {
    handle.execute("update subscription set asked_from = ? where id = ?", network, id);
  }

  /** Those that ended together with the last one, after {@code since}. */
  public List<String> endedLast(String subscriber, Instant since) {
    return handle
        .createQuery(
            "select id from subscription where subscriber = :who and state = 'ended'"
                + " and confirmed_at > 0 and ended_at >= :since and ended_at = (select max(ended_at)"
                + " from subscription where subscriber = :who)")
        .bind("who", subscriber)
        .bind("since", since.toEpochMilli())
        .mapTo(String.class)
        .list();
  }

  /** Goes on where it was. */
  public void restore(String id) {
    handle.execute("update subscription set state = 'active', ended_at = 0 where id = ?", id);
  }

  public void eraseEnded(Instant endedBefore) {
    handle.execute(
        "delete from subscription where state = 'ended' and ended_at < ?",
        endedBefore.toEpochMilli());
  }

  public void erasePending(Instant askedBefore) {
    handle.execute(
        "delete from subscription where state = 'pending' and asked_at < ?",
        askedBefore.toEpochMilli());
  }

  private List<Selection> selections(String sql) {
    return handle.createQuery(sql).mapTo(String.class).map(KnownSelections::read).list();
  }

  private Optional<Subscription> one(String column, String value) {
    return handle
        .createQuery("select " + FIELDS + " from subscription where " + column + " = :value")
        .bind("value", value)
        .map((row, context) -> subscription(row))
        .findOne();
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    long due = row.getLong("next_due");
    boolean never = row.wasNull();
    return new Subscription(
        row.getString("id"),
        row.getString("subscriber"),
        Subscription.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        KnownSelections.read(row.getString("selection")),
        new Cadence(Pace.of(row.getString("cadence")).orElseThrow(), row.getInt("day")),
        new Schedule(
            ZoneId.of(row.getString("zone")), LocalTime.parse(row.getString("local_time"))),
        row.getString("language"),
        LetterFormat.of(row.getString("format")).orElseThrow(),
        row.getLong("cursor"),
        never ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due)));
  }
}
