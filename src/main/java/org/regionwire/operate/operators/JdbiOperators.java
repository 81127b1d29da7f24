package org.regionwire.operate.operators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.regionwire.archive.Database;
import org.regionwire.news.Hash;

/** The table of operators' tokens. */
public final class JdbiOperators {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final String FIELDS = "select name, hash, made_at, used_at from operator_token";

  private final Database database;

  /**
   * Who may operate.
   *
   * @param hash of the token
   * @param used when the page was last opened with it; empty for never
   */
  public record Operator(String name, String hash, Instant made, Optional<Instant> used) {
    public String line() {
      return name
          + "  made "
          + made
          + used.map(at -> ", last signed in " + at).orElse(", never signed in");
    }
  }

  public JdbiOperators(Database database) {
    this.database = database;
  }

  /**
   * Keeps a new token; one that had the name works no more.
   *
   * @return the token
   * @throws IllegalArgumentException when the name is none
   */
  public String make(String name, String token, Clock clock) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "an operator's name has 1 to 40 small letters, digits and hyphens, not \"" + name + "\"");
    }
    database.write(
        handle ->
            handle.execute(
                "insert into operator_token (name, hash, made_at) values (?, ?, ?)"
                    + " on conflict (name) do update set hash = excluded.hash,"
                    + " made_at = excluded.made_at, used_at = 0",
                name,
                Hash.hex(token),
                clock.millis()));
    return token;
  }

  /** False when there was none. */
  public boolean revoke(String name) {
    return database.write(
        handle -> handle.execute("delete from operator_token where name = ?", name) > 0);
  }

  public List<Operator> all() {
    return database.read(
        handle ->
            handle.createQuery(FIELDS + " order by name").map((row, c) -> operator(row)).list());
  }

  Optional<Operator> named(String name) {
    return database.read(handle -> one(handle, "name", name));
  }

  Optional<Operator> withToken(String token) {
    return database.read(handle -> one(handle, "hash", Hash.hex(token)));
  }

  void used(String name, Instant at) {
    database.write(
        handle ->
            handle.execute(
                "update operator_token set used_at = ? where name = ?", at.toEpochMilli(), name));
  }

  private static Optional<Operator> one(Handle handle, String column, String value) {
    return handle
        .createQuery(FIELDS + " where " + column + " = :value")
        .bind("value", value)
        .map((row, context) -> operator(row))
        .findOne();
  }

  private static Operator operator(ResultSet row) throws SQLException {
    long used = row.getLong("used_at");
    return new Operator(
        row.getString("name"),
        row.getString("hash"),
        Instant.ofEpochMilli(row.getLong("made_at")),
        used == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(used)));
  }
}
