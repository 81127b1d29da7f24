package org.regionwire.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What still has to be verified or told at a callback. */
final class JdbiIntents {
  private static final String FIELDS =
      "id, mode, topic, callback, host, secret, lease_seconds, etag, reason, attempts, due_at";

  private final Handle handle;

  JdbiIntents(Handle handle) {
    this.handle = handle;
  }

  /** In the place of an earlier one for the same topic and callback. */
  void add(Intent intent) {
    handle.execute(
        "delete from push_intent where topic = ? and callback = ?",
        intent.topic(),
        intent.callback().toString());
    handle
        .createUpdate(
            "insert into push_intent (id, mode, topic, callback, host, secret, lease_seconds, etag,"
                + " reason, attempts, due_at) values (:id, :mode, :topic, :callback, :host,"
                + " :secret, :lease, :etag, :reason, :attempts, :due)")
        .bind("id", intent.id())
        .bind("mode", intent.mode().word())
        .bind("topic", intent.topic())
        .bind("callback", intent.callback().toString())
        .bind("host", intent.place())
        .bind("secret", intent.secret())
        .bind("lease", intent.leaseSeconds())
        .bind("etag", intent.etag())
        .bind("reason", intent.reason())
        .bind("attempts", intent.attempts())
        .bind("due", intent.due().toEpochMilli())
        .execute();
  }

  Optional<Intent> find(String id) {
    return handle
        .createQuery("select " + FIELDS + " from push_intent where id = :id")
        .bind("id", id)
        .map((row, context) -> intent(row))
        .findOne();
  }

  List<Intent> due(Instant now, int most) {
    return handle
        .createQuery(
            "select "
                + FIELDS
                + " from push_intent where due_at <= :now order by due_at, id limit :most")
        .bind("now", now.toEpochMilli())
        .bind("most", most)
        .map((row, context) -> intent(row))
        .list();
  }

  void postpone(String id, int attempts, Instant until) {
    handle.execute(
        "update push_intent set attempts = ?, due_at = ? where id = ?",
        attempts,
        until.toEpochMilli(),
        id);
  }

  void settle(String id) {
    handle.execute("delete from push_intent where id = ?", id);
  }

  int count() {
    return handle.select("select count(*) from push_intent").mapTo(Integer.class).one();
  }

  private static Intent intent(ResultSet row) throws SQLException {
    return new Intent(
        row.getString("id"),
        Intent.Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
        row.getString("topic"),
        Callback.of(row.getString("callback")),
        row.getString("host"),
        row.getString("secret"),
        row.getLong("lease_seconds"),
        row.getString("etag"),
        row.getString("reason"),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("due_at")));
  }
}
