package org.regionwire.backup;

/** Is told how far a long work is. */
@FunctionalInterface
public interface Progress {
  /**
   * @param what is being done
   * @param done so many of it
   */
  void at(String what, long done);
}
