package org.regionwire.digest.books;

import org.jdbi.v3.core.Handle;

/** Up to where we heard what must not wait for its hour. */
public final class JdbiHearing {
  private final Handle handle;

  JdbiHearing(Handle handle) {
    this.handle = handle;
  }

  /** Until the transaction ends nobody else gets past this. */
  public long lock() {
    handle.execute("update digest_state set one = one");
    return heard();
  }

  public long heard() {
    return handle.createQuery("select heard from digest_state").mapTo(Long.class).one();
  }

  public void heard(long sequence) {
    handle.execute("update digest_state set heard = ?", sequence);
  }
}
