package org.regionwire.digest.books;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The table of what came back, and how much that is for a person and altogether. */
public final class JdbiReturns {
  /** After this a soft bounce counts half. */
  static final Duration HALF_LIFE = Duration.ofDays(30);

  private final Handle handle;

  JdbiReturns(Handle handle) {
    this.handle = handle;
  }

  /** False when it is known already. */
  public boolean add(String letter, String kind, String status, String words, Instant now) {
    return handle.execute(
            "insert into returned (letter, kind, status, words, at) values (?, ?, ?, ?, ?)"
                + " on conflict do nothing",
            letter,
            kind,
            status,
            words,
            now.toEpochMilli())
        == 1;
  }

  /** One more soft bounce of this person; all of them, each as much as it counts by now. */
  public double addToScore(String subscriber, Instant now) {
    record Row(double score, long at) {}
    var before =
        handle
            .createQuery("select bounce_score, bounced_at from subscriber where id = ?")
            .bind(0, subscriber)
            .map((row, context) -> new Row(row.getDouble(1), row.getLong(2)))
            .one();
    double ages = Math.max(0, now.toEpochMilli() - before.at()) / (double) HALF_LIFE.toMillis();
    double score = before.score() * Math.pow(0.5, ages) + 1;
    handle.execute(
        "update subscriber set bounce_score = ?, bounced_at = ? where id = ?",
        score,
        now.toEpochMilli(),
        subscriber);
    return score;
  }

  public void forgetScore(String subscriber, Instant now) {
    handle.execute(
        "update subscriber set bounce_score = 0, bounced_at = ? where id = ?",
        now.toEpochMilli(),
        subscriber);
  }

  /** From when on bounces count. */
  public Instant since() {
    return Instant.ofEpochMilli(
        handle.createQuery("select bounces_since from digest_state").mapTo(Long.class).one());
  }

  public void countSince(Instant now) {
    handle.execute("update digest_state set bounces_since = ?", now.toEpochMilli());
  }

  /** Letters of which it was told after {@code since} that they did not arrive. */
  public long bounced(Instant since) {
    return count(
        "select count(distinct letter) from returned where at > ? and kind <> 'complaint'", since);
  }

  /** Letters that were taken or refused after {@code since}. */
  public long settled(Instant since) {
    return count(
        "select count(*) from letter where settled_at > ? and state in ('accepted', 'rejected')",
        since);
  }

  private long count(String sql, Instant since) {
    return handle.createQuery(sql).bind(0, since.toEpochMilli()).mapTo(Long.class).one();
  }
}
