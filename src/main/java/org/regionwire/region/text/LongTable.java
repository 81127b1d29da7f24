package org.regionwire.region.text;

import java.util.function.LongConsumer;

/** A map of hashes to numbers, without objects. A key of 0 is taken for 1. */
public final class LongTable {
  /** What is answered for a key that is not there. */
  public static final int NONE = -1;

  private long[] keys;
  private int[] values;
  private int size;

  /** Room for that many without growing. */
  public LongTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected * 2 - 1)) * 2;
    this.keys = new long[capacity];
    this.values = new int[capacity];
  }

  public int get(long key) {
    int spot = spot(keys, key);
    return keys[spot] == 0 ? NONE : values[spot];
  }

  /** Keeps what is there already, and returns it. */
  public int putIfAbsent(long key, int value) {
    int spot = spot(keys, key);
    if (keys[spot] != 0) {
      return values[spot];
    }
    keys[spot] = key == 0 ? 1 : key;
    values[spot] = value;
    if (++size * 3 > keys.length * 2) {
      grow();
    }
    return value;
  }

  /** Adds these bits to the number there. */
  public void merge(long key, int bits) {
    int spot = spot(keys, key);
    if (keys[spot] == 0) {
      putIfAbsent(key, bits);
    } else {
      values[spot] |= bits;
    }
  }

  public LongTable copy() {
    var copy = new LongTable(1);
    copy.keys = keys.clone();
    copy.values = values.clone();
    copy.size = size;
    return copy;
  }

  public int size() {
    return size;
  }

  /** Gives every key. */
  public void keys(LongConsumer reader) {
    for (long key : keys) {
      if (key != 0) {
        reader.accept(key);
      }
    }
  }

  private void grow() {
    var wider = new long[keys.length * 2];
    var moved = new int[wider.length];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int spot = spot(wider, keys[i]);
        wider[spot] = keys[i];
        moved[spot] = values[i];
      }
    }
    keys = wider;
    values = moved;
  }

  private static int spot(long[] keys, long key) {
    long wanted = key == 0 ? 1 : key;
    int mask = keys.length - 1;
    long mixed = wanted * 0xD6E8FEB86659FD93L;
    int at = (int) (mixed ^ (mixed >>> 32)) & mask;
    while (keys[at] != 0 && keys[at] != wanted) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
