package org.regionwire.digest.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.regionwire.digest.LetterFormat;
import org.regionwire.digest.MailAddress;
import org.regionwire.digest.Schedule;
import org.regionwire.digest.Subscriber;
import org.regionwire.digest.Subscription;

/** The table of persons. */
public final class JdbiSubscribers {
  private static final String FIELDS =
      "id, address, zone, local_time, language, format, cursor, paused_until, links";

  /** Of whose last letter we know what became. */
  private static final String SETTLED =
      "not exists (select 1 from letter where letter.subscriber = subscriber.id"
          + " and letter.kind = 'digest' and letter.state in ('leased', 'sending', 'uncertain'))";

  private final Handle handle;

  JdbiSubscribers(Handle handle) {
    this.handle = handle;
  }

  /**
   * The person with this address, new if need be. Until the transaction ends no other one gets past
   * this for the same address.
   */
  public Subscriber withAddress(Subscriber fresh, String unsubscribeHash) {
    handle
        .createUpdate(
            "insert into subscriber (id, address, address_key, zone, local_time, language, format,"
                + " unsubscribe_hash, cursor, next_due) values (:id, :address, :key, :zone, :time,"
                + " :language, :format, :hash, 0, null)"
                + " on conflict (address_key) do update set address_key = excluded.address_key")
        .bind("id", fresh.id())
        .bind("address", fresh.address())
        .bind("key", MailAddress.key(fresh.address()))
        .bind("zone", fresh.schedule().zone().getId())
        .bind("time", fresh.schedule().time().toString())
        .bind("language", fresh.language())
        .bind("format", fresh.format().word())
        .bind("hash", unsubscribeHash)
        .execute();
    return byAddress(fresh.address()).orElseThrow();
  }

  public Optional<Subscriber> find(String id) {
    return one("id", id);
  }

  /** By id. */
  public Map<String, Subscriber> all(Collection<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : handle
            .createQuery("select " + FIELDS + " from subscriber where id in (<ids>)")
            .bindList("ids", List.copyOf(ids))
            .map((row, context) -> subscriber(row))
            .stream()
            .collect(Collectors.toMap(Subscriber::id, one -> one));
  }

  public Optional<Subscriber> byAddress(String address) {
    return one("address_key", MailAddress.key(address));
  }

  public Optional<Subscriber> byUnsubscribeHash(String hash) {
    return one("unsubscribe_hash", hash);
  }

  /** Until the transaction ends nobody else changes what belongs to this person. */
  public Optional<Subscriber> lock(String id) {
    handle.execute("update subscriber set id = id where id = ?", id);
    return find(id);
  }

  /**
   * Those whose letter is due, but for those of whose last letter we do not know yet, the longest
   * due first. Until the transaction ends nobody else changes what belongs to them.
   */
  public List<Subscriber> lockDue(Instant now, int most) {
    var ids =
        handle
            .createQuery(
                "select id from subscriber where next_due <= :now and "
                    + SETTLED
                    + " order by next_due limit :most")
            .bind("now", now.toEpochMilli())
            .bind("most", most)
            .mapTo(String.class)
            .list();
    if (ids.isEmpty()) {
      return List.of();
    }
    handle
        .createUpdate("update subscriber set id = id where id in (<ids>)")
        .bindList("ids", ids)
        .execute();
    return handle
        .createQuery(
            "select "
                + FIELDS
                + " from subscriber where id in (<ids>) and next_due <= :now and "
                + SETTLED
                + " order by next_due, id")
        .bindList("ids", ids)
        .bind("now", now.toEpochMilli())
        .map((row, context) -> subscriber(row))
        .list();
  }

  /** What a person chose last. */
  public void choose(String id, Subscription choice) {
    handle
        .createUpdate(
            "update subscriber set zone = :zone, local_time = :time, language = :language,"
                + " format = :format where id = :id")
        .bind("zone", choice.schedule().zone().getId())
        .bind("time", choice.schedule().time().toString())
        .bind("language", choice.language())
        .bind("format", choice.format().word())
        .bind("id", id)
        .execute();
  }

  /** What a person chooses on the page. */
  public void choose(String id, Schedule schedule, String language, LetterFormat format) {
    handle.execute(
        "update subscriber set zone = ?, local_time = ?, language = ?, format = ? where id = ?",
        schedule.zone().getId(),
        schedule.time().toString(),
        language,
        format.word(),
        id);
  }

  /** No digest before then. */
  public void pause(String id, Instant until) {
    handle.execute("update subscriber set paused_until = ? where id = ?", until.toEpochMilli(), id);
  }

  /** Links made so far do not work any more. */
  public void revokeLinks(String id) {
    handle.execute("update subscriber set links = links + 1 where id = ?", id);
  }

  /** With everything that belongs to this person. */
  public void erase(String id) {
    handle.execute("delete from subscriber where id = ?", id);
  }

  /** As the subscriptions say, but not before a pause ends; never when none is due. */
  public void dueByTheirSubscriptions(List<String> ids) {
    if (!ids.isEmpty()) {
      handle
          .createUpdate(
              "update subscriber set next_due = (select case when min(s.next_due) < paused_until"
                  + " then paused_until else min(s.next_due) end from subscription s"
                  + " where s.subscriber = subscriber.id and s.state = 'active')"
                  + " where id in (<ids>)")
          .bindList("ids", ids)
          .execute();
    }
  }

  /** At once, or when a pause ends: for those of them who get digests at all. */
  public void dueAtOnce(List<String> ids, Instant now) {
    if (!ids.isEmpty()) {
      handle
          .createUpdate(
              "update subscriber set next_due = case when paused_until > :now then paused_until"
                  + " else :now end where id in (<ids>) and coalesce(next_due, :later) > :now"
                  + " and exists (select 1 from subscription s where s.subscriber = subscriber.id"
                  + " and s.state = 'active')")
          .bind("now", now.toEpochMilli())
          .bind("later", Long.MAX_VALUE)
          .bindList("ids", ids)
          .execute();
    }
  }

  /** Never back. */
  public void moveCursor(String id, long to) {
    moveCursors(Map.of(id, to));
  }

  /** Never back. */
  public void moveCursors(Map<String, Long> to) {
    var batch =
        handle.prepareBatch("update subscriber set cursor = :to where id = :id and cursor < :to");
    to.forEach((id, cursor) -> batch.bind("id", id).bind("to", cursor).add());
    if (!to.isEmpty()) {
      batch.execute();
    }
  }

  /** Persons of whom nothing is left. */
  public void eraseForgotten() {
    handle.execute(
        "delete from subscriber where not exists"
            + " (select 1 from subscription where subscription.subscriber = subscriber.id)");
  }

  private Optional<Subscriber> one(String column, String value) {
    return handle
        .createQuery("select " + FIELDS + " from subscriber where " + column + " = :value")
        .bind("value", value)
        .map((row, context) -> subscriber(row))
        .findOne();
  }

  private static Subscriber subscriber(ResultSet row) throws SQLException {
    return new Subscriber(
        row.getString("id"),
        row.getString("address"),
        new Schedule(
            ZoneId.of(row.getString("zone")), LocalTime.parse(row.getString("local_time"))),
        row.getString("language"),
        LetterFormat.of(row.getString("format")).orElseThrow(),
        row.getLong("cursor"),
        Instant.ofEpochMilli(row.getLong("paused_until")),
        row.getInt("links"));
  }
}
