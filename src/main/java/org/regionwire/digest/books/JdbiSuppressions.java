package org.regionwire.digest.books;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of those whom nobody may write to, by a keyed hash of the address. */
public final class JdbiSuppressions {
  /** By their own wish, which a new subscription ends. */
  public static final String ERASED = "erased";

  /** Letters to it come back. */
  public static final String BOUNCED = "bounced";

  /** They called a letter junk. */
  public static final String COMPLAINT = "complaint";

  private final Handle handle;

  JdbiSuppressions(Handle handle) {
    this.handle = handle;
  }

  /** The reason changes, but a complaint stays one. */
  public void add(String addressHash, String reason, Instant now) {
    handle.execute(
        "insert into suppression (address_hash, reason, since) values (?, ?, ?)"
            + " on conflict (address_hash) do update set reason = excluded.reason"
            + " where suppression.reason <> 'complaint'",
        addressHash,
        reason,
        now.toEpochMilli());
  }

  public Optional<String> reason(String addressHash) {
    return handle
        .createQuery("select reason from suppression where address_hash = ?")
        .bind(0, addressHash)
        .mapTo(String.class)
        .findOne();
  }

  public void end(String addressHash) {
    handle.execute("delete from suppression where address_hash = ?", addressHash);
  }
}
