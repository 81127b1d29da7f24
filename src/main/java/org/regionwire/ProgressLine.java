package org.regionwire;

import java.io.PrintWriter;

/** How far a long work is, in one line that changes; nothing where nobody watches. */
final class ProgressLine implements AutoCloseable {
  private final PrintWriter err;
  private final boolean watched;
  private int shown;

  ProgressLine(PrintWriter err) {
    this.err = err;
    this.watched = System.console() != null;
  }

  void show(String what, long done) {
    if (!watched) {
      return;
    }
    String line = done == 0 ? what : "%s %,d".formatted(what, done);
    err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    err.flush();
    shown = line.length();
  }

  /** Clears it. */
  @Override
  public void close() {
    if (shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }
}
