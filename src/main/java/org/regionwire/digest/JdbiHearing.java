package org.regionwire.digest;

import org.jdbi.v3.core.Handle;

/** Up to where we heard what must not wait for its hour. */
final class JdbiHearing {
  private final Handle handle;

  JdbiHearing(Handle handle) {
    this.handle = handle;
  }

  /** Until the transaction ends nobody else gets past this. */
  long lock() {
    handle.execute("update digest_state set one = one");
    return heard();
  }

  long heard() {
    return handle.createQuery("select heard from digest_state").mapTo(Long.class).one();
  }

  void heard(long sequence) {
    handle.execute("update digest_state set heard = ?", sequence);
  }
}
