package org.regionwire.digest.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.regionwire.digest.Pause;

/** The table of what must not go out for some time, or until someone says so. */
public final class JdbiPauses {
  /** Of a letter, for a statement that knows {@code :now}. */
  static final String NONE =
      " not exists (select 1 from pause where pause.until > :now and (pause.scope = 'all'"
          + " or pause.scope = 'run' and pause.name = letter.run"
          + " or pause.scope = 'destination' and pause.name = letter.destination"
          + " or pause.scope = 'selection' and exists (select 1 from subscription"
          + " where subscription.subscriber = letter.subscriber"
          + " and subscription.selection = pause.name and ' ' || letter.subscriptions || ' '"
          + " like '% ' || subscription.id || ' %')))";

  /** Of any letter. */
  static final String NONE_AT_ALL = " not exists (select 1 from pause where pause.until > :now)";

  private final Handle handle;

  JdbiPauses(Handle handle) {
    this.handle = handle;
  }

  /** The later end holds. */
  public void add(Pause pause) {
    handle
        .createUpdate(
            "insert into pause (scope, name, since, until, reason)"
                + " values (:scope, :name, :since, :until, :reason) on conflict (scope, name)"
                + " do update set until = excluded.until, reason = excluded.reason"
                + " where excluded.until > pause.until")
        .bind("scope", pause.scope().word())
        .bind("name", pause.name())
        .bind("since", pause.since().toEpochMilli())
        .bind("until", pause.until().toEpochMilli())
        .bind("reason", pause.reason())
        .execute();
  }

  /** False when there was none. */
  public boolean end(Pause.Scope scope, String name) {
    return handle.execute("delete from pause where scope = ? and name = ?", scope.word(), name) > 0;
  }

  /** Oldest first. */
  public List<Pause> at(Instant now) {
    return handle
        .createQuery("select * from pause where until > ? order by since, scope, name")
        .bind(0, now.toEpochMilli())
        .map((row, context) -> pause(row))
        .list();
  }

  private static Pause pause(ResultSet row) throws SQLException {
    return new Pause(
        Pause.Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
        row.getString("name"),
        Instant.ofEpochMilli(row.getLong("since")),
        Instant.ofEpochMilli(row.getLong("until")),
        row.getString("reason"));
  }
}
