package org.regionwire.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Who follows what, and whom to tell when. The row is the truth: what is due survives a crash. */
final class JdbiFollowers {
  private static final String FORGOTTEN =
      " where not exists (select 1 from push_follower f where f.topic = push_topic.topic)"
          + " and not exists (select 1 from push_intent i where i.topic = push_topic.topic)";

  private final Handle handle;

  JdbiFollowers(Handle handle) {
    this.handle = handle;
  }

  /** Topics with the tags they had when they were last looked at. */
  TreeMap<String, String> topics() {
    return handle
        .createQuery("select topic, etag from push_topic")
        .reduceRows(
            new TreeMap<String, String>(),
            (topics, row) -> {
              topics.put(row.getColumn("topic", String.class), row.getColumn("etag", String.class));
              return topics;
            });
  }

  /** Known from now on; the tag stays if it is known already. */
  void addTopic(String topic, String etag) {
    handle.execute(
        "insert into push_topic (topic, etag) values (?, ?) on conflict do nothing", topic, etag);
  }

  /** Other bytes: everyone who has had others is to be told. */
  void change(String topic, String etag, Instant now) {
    handle.execute("update push_topic set etag = ? where topic = ?", etag, topic);
    handle.execute(
        "update push_follower set due_at = ? where topic = ? and etag <> ? and due_at = 0",
        now.toEpochMilli(),
        topic,
        etag);
  }

  /** A new one, or a renewal: then what is due stays due, now rather than later. */
  void follow(Intent intent, Instant now) {
    String current = etag(intent.topic());
    handle
        .createUpdate(
            "insert into push_follower (id, topic, callback, host, secret, lease_until, etag,"
                + " attempts, due_at) values (:id, :topic, :callback, :host, :secret, :lease, :etag,"
                + " 0, :due) on conflict (topic, callback) do update set secret = :secret,"
                + " host = :host, lease_until = :lease, attempts = 0,"
                + " due_at = case when push_follower.due_at = 0 then 0 else :now end")
        .bind("id", intent.id())
        .bind("topic", intent.topic())
        .bind("callback", intent.callback().toString())
        .bind("host", intent.place())
        .bind("secret", intent.secret())
        .bind("lease", now.plusSeconds(intent.leaseSeconds()).toEpochMilli())
        .bind("etag", intent.etag())
        .bind("due", current.equals(intent.etag()) ? 0 : now.toEpochMilli())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  void unfollow(String topic, String callback) {
    handle.execute("delete from push_follower where topic = ? and callback = ?", topic, callback);
  }

  boolean has(String topic, String callback) {
    return count(
            "select count(*) from push_follower where topic = ? and callback = ?", topic, callback)
        > 0;
  }

  List<Follower> of(String topic) {
    return handle
        .createQuery(
            "select id, topic, callback, secret, etag, attempts from push_follower where topic = ?")
        .bind(0, topic)
        .map((row, context) -> follower(row))
        .list();
  }

  List<Follower> due(Instant now, int most) {
    return handle
        .createQuery(
            "select id, topic, callback, secret, etag, attempts from push_follower"
                + " where due_at > 0 and due_at <= :now and lease_until > :now order by due_at, id limit :most")
        .bind("now", now.toEpochMilli())
        .bind("most", most)
        .map((row, context) -> follower(row))
        .list();
  }

  /** It has these bytes now; if there are others by now, it is due again. */
  void told(String id, String topic, String etag, Instant now) {
    handle
        .createUpdate(
            "update push_follower set etag = :etag, attempts = 0, due_at = case when"
                + " (select t.etag from push_topic t where t.topic = :topic) = :etag then 0"
                + " else :now end where id = :id")
        .bind("etag", etag)
        .bind("topic", topic)
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  void postpone(String id, int attempts, Instant until) {
    handle.execute(
        "update push_follower set attempts = ?, due_at = ? where id = ?",
        attempts,
        until.toEpochMilli(),
        id);
  }

  /** It has said so itself. */
  void end(String id) {
    handle.execute("delete from push_follower where id = ?", id);
  }

  boolean hasExpired(Instant now) {
    return count("select count(*) from push_follower where lease_until <= ?", now.toEpochMilli())
        > 0;
  }

  void endExpired(Instant now) {
    handle.execute("delete from push_follower where lease_until <= ?", now.toEpochMilli());
  }

  boolean hasForgotten() {
    return count("select count(*) from push_topic" + FORGOTTEN) > 0;
  }

  /** Topics that nobody follows and nobody asks for. */
  void forgetTopics() {
    handle.execute("delete from push_topic" + FORGOTTEN);
  }

  /** Followers at a host and intents for it: asked for at once, as one turns into the other. */
  int claimsAt(String host) {
    return count(
        "select (select count(*) from push_follower where host = ?)"
            + " + (select count(*) from push_intent where host = ?)",
        host,
        host);
  }

  /** As {@link #claimsAt} for all hosts. */
  int claims() {
    return count(
        "select (select count(*) from push_follower) + (select count(*) from push_intent)");
  }

  int count() {
    return count("select count(*) from push_follower");
  }

  private int count(String sql, Object... values) {
    return handle.select(sql, values).mapTo(Integer.class).one();
  }

  private String etag(String topic) {
    return handle
        .select("select etag from push_topic where topic = ?", topic)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  private static Follower follower(ResultSet row) throws SQLException {
    return new Follower(
        row.getString("id"),
        row.getString("topic"),
        Callback.of(row.getString("callback")),
        row.getString("secret"),
        row.getString("etag"),
        row.getInt("attempts"));
  }
}
