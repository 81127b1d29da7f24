package org.regionwire.region.mention;

/**
 * "This place is called so", in one number: place, rank, and how the name is written.
 *
 * <p>Bits: 0-4 rank, 5 has diacritics, 6 all capitals, 7 starts with a small letter, from 8 place.
 */
final class Naming {
  private static final int RANK = 31;
  private static final int MARKED = 32;
  private static final int SHOUT = 64;
  private static final int SMALL = 128;
  private static final int PLACE = 8;

  private Naming() {}

  static int of(int place, int rank, boolean marked, boolean shout, boolean small) {
    return place << PLACE
        | rank
        | (marked ? MARKED : 0)
        | (shout ? SHOUT : 0)
        | (small ? SMALL : 0);
  }

  static int place(int naming) {
    return naming >>> PLACE;
  }

  static int rank(int naming) {
    return naming & RANK;
  }

  static boolean isMarked(int naming) {
    return (naming & MARKED) != 0;
  }

  /** Written in capitals, such as USA. */
  static boolean isShout(int naming) {
    return (naming & SHOUT) != 0;
  }

  static boolean isSmall(int naming) {
    return (naming & SMALL) != 0;
  }
}
