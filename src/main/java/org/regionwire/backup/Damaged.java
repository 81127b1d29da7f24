package org.regionwire.backup;

/** A backup that is not as it was made: says which part. */
public final class Damaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Damaged(String message) {
    super(message);
  }
}
