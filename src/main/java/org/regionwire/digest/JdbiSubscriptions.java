package org.regionwire.digest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;

/** The table of what persons asked for. */
final class JdbiSubscriptions {
  private static final String FIELDS =
      "id, subscriber, state, regions, kind, topics, zone, local_time, language, format, since";

  private final Handle handle;

  JdbiSubscriptions(Handle handle) {
    this.handle = handle;
  }

  void add(Subscription wish, String confirmHash, Instant askedAt) {
    var selection = wish.selection();
    handle
        .createUpdate(
            "insert into subscription (id, subscriber, state, regions, kind, topics, zone,"
                + " local_time, language, format, confirm_hash, since, asked_at) values (:id,"
                + " :subscriber, :state, :regions, :kind, :topics, :zone, :time, :language,"
                + " :format, :hash, :since, :asked)")
        .bind("id", wish.id())
        .bind("subscriber", wish.subscriber())
        .bind("state", wish.state().word())
        .bind("regions", words(selection.regions()))
        .bind("kind", selection.kind().map(Kind::word).orElse(""))
        .bind("topics", words(selection.topics()))
        .bind("zone", wish.schedule().zone().getId())
        .bind("time", wish.schedule().time().toString())
        .bind("language", wish.language())
        .bind("format", wish.format().word())
        .bind("hash", confirmHash)
        .bind("since", wish.since())
        .bind("asked", askedAt.toEpochMilli())
        .execute();
  }

  Optional<Subscription> find(String id) {
    return one("id", id);
  }

  Optional<Subscription> byConfirmHash(String hash) {
    return one("confirm_hash", hash);
  }

  /** All of one person's, oldest first. */
  List<Subscription> of(String subscriber) {
    return handle
        .createQuery(
            "select " + FIELDS + " from subscription where subscriber = :id order by asked_at, id")
        .bind("id", subscriber)
        .map((row, context) -> subscription(row))
        .list();
  }

  /** Everyone's. */
  List<Subscription> active() {
    return handle
        .createQuery("select " + FIELDS + " from subscription where state = 'active'")
        .map((row, context) -> subscription(row))
        .list();
  }

  List<Subscription> active(String subscriber) {
    return of(subscriber).stream().filter(one -> one.state() == Subscription.State.ACTIVE).toList();
  }

  void activate(String id, long since) {
    handle.execute("update subscription set state = 'active', since = ? where id = ?", since, id);
  }

  void end(String id) {
    handle.execute("update subscription set state = 'ended' where id = ?", id);
  }

  void erasePending(Instant askedBefore) {
    handle.execute(
        "delete from subscription where state = 'pending' and asked_at < ?",
        askedBefore.toEpochMilli());
  }

  private Optional<Subscription> one(String column, String value) {
    return handle
        .createQuery("select " + FIELDS + " from subscription where " + column + " = :value")
        .bind("value", value)
        .map((row, context) -> subscription(row))
        .findOne();
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    return new Subscription(
        row.getString("id"),
        row.getString("subscriber"),
        Subscription.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Selection.of(
            words(row.getString("regions")),
            Kind.of(row.getString("kind")),
            words(row.getString("topics"))),
        new Schedule(
            ZoneId.of(row.getString("zone")), LocalTime.parse(row.getString("local_time"))),
        row.getString("language"),
        LetterFormat.of(row.getString("format")).orElseThrow(),
        row.getLong("since"));
  }

  /** Slugs have no spaces. */
  private static String words(SortedSet<String> slugs) {
    return String.join(" ", slugs);
  }

  private static List<String> words(String slugs) {
    return slugs.isEmpty() ? List.of() : List.of(slugs.split(" "));
  }
}
