package org.regionwire.digest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of persons. */
final class JdbiSubscribers {
  private static final String FIELDS = "id, address, zone, local_time, language, format, cursor";

  private final Handle handle;

  JdbiSubscribers(Handle handle) {
    this.handle = handle;
  }

  /**
   * The person with this address, new if need be. Until the transaction ends no other one gets past
   * this for the same address.
   */
  Subscriber withAddress(Subscriber fresh, String unsubscribeHash) {
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
    return one("address_key", MailAddress.key(fresh.address())).orElseThrow();
  }

  Optional<Subscriber> find(String id) {
    return one("id", id);
  }

  Optional<Subscriber> byUnsubscribeHash(String hash) {
    return one("unsubscribe_hash", hash);
  }

  /** Until the transaction ends nobody else changes what belongs to this person. */
  Optional<Subscriber> lock(String id) {
    handle.execute("update subscriber set id = id where id = ?", id);
    return find(id);
  }

  /** Those whose letter is due, but for those of whose last letter we do not know yet. */
  List<Subscriber> due(Instant now) {
    return handle
        .createQuery(
            "select "
                + FIELDS
                + " from subscriber where next_due <= :now and not exists (select 1 from letter"
                + " where letter.subscriber = subscriber.id and letter.kind = 'digest'"
                + " and letter.state in ('sending', 'uncertain')) order by next_due, id")
        .bind("now", now.toEpochMilli())
        .map((row, context) -> subscriber(row))
        .list();
  }

  boolean isDue(String id, Instant now) {
    return handle
        .createQuery("select count(*) from subscriber where id = :id and next_due <= :now")
        .bind("id", id)
        .bind("now", now.toEpochMilli())
        .mapTo(Integer.class)
        .one()
        .equals(1);
  }

  /** What a person chose last, and when the next letter is due by it. */
  void choose(String id, Subscription choice, Instant nextDue) {
    handle
        .createUpdate(
            "update subscriber set zone = :zone, local_time = :time, language = :language,"
                + " format = :format, next_due = :due where id = :id")
        .bind("zone", choice.schedule().zone().getId())
        .bind("time", choice.schedule().time().toString())
        .bind("language", choice.language())
        .bind("format", choice.format().word())
        .bind("due", nextDue.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  void nextDue(String id, Instant at) {
    handle.execute("update subscriber set next_due = ? where id = ?", at.toEpochMilli(), id);
  }

  void neverDue(String id) {
    handle.execute("update subscriber set next_due = null where id = ?", id);
  }

  /** Never back. */
  void moveCursor(String id, long to) {
    handle.execute("update subscriber set cursor = ? where id = ? and cursor < ?", to, id, to);
  }

  /** Persons of whom nothing is left. */
  void eraseForgotten() {
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
        row.getLong("cursor"));
  }
}
