package org.regionwire.senders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of tokens. */
final class JdbiTokens {
  private final Handle handle;

  JdbiTokens(Handle handle) {
    this.handle = handle;
  }

  /** Oldest first. */
  List<Issued> all() {
    return handle
        .createQuery("select * from sender_token order by created_at, id")
        .map((row, context) -> issued(row))
        .list();
  }

  void add(Issued one) {
    handle
        .createUpdate(
            "insert into sender_token (id, sender, hash, regions, per_minute, created_at,"
                + " expires_at, revoked_at, used_at) values (:id, :sender, :hash, :regions,"
                + " :perMinute, :created, :expires, 0, 0)")
        .bind("id", one.sender().token())
        .bind("sender", one.sender().name())
        .bind("hash", one.hash())
        .bind("regions", String.join(" ", one.sender().regions()))
        .bind("perMinute", one.sender().perMinute())
        .bind("created", one.created().toEpochMilli())
        .bind("expires", one.expires().map(Instant::toEpochMilli).orElse(0L))
        .execute();
  }

  /** False when there is none that is not revoked. */
  boolean revoke(String id, Instant now) {
    return handle.execute(
            "update sender_token set revoked_at = ? where id = ? and revoked_at = 0",
            now.toEpochMilli(),
            id)
        > 0;
  }

  /** Another node may know of a later use. */
  void used(String id, long millis) {
    handle.execute(
        "update sender_token set used_at = ? where id = ? and used_at < ?", millis, id, millis);
  }

  private static Issued issued(ResultSet row) throws SQLException {
    String regions = row.getString("regions");
    var sender =
        new Sender(
            row.getString("id"),
            row.getString("sender"),
            regions.isEmpty() ? List.of() : List.of(regions.split(" ")),
            row.getInt("per_minute"));
    return new Issued(
        sender,
        row.getString("hash"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        time(row, "expires_at"),
        time(row, "revoked_at"),
        time(row, "used_at"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.of(row.getLong(column)).filter(at -> at > 0).map(Instant::ofEpochMilli);
  }
}
