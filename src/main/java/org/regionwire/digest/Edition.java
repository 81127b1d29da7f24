package org.regionwire.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which items a digest shows, in which revisions: the same for all letters that show the same.
 *
 * @param id from the contents
 * @param items sequences of the shown revisions by the items' first sequences
 */
public record Edition(long id, SortedMap<Long, Long> items) {
  public static final Edition NOTHING = of(new TreeMap<>());

  public static Edition of(SortedMap<Long, Long> items) {
    return new Edition(id(items), Collections.unmodifiableSortedMap(new TreeMap<>(items)));
  }

  /** Half of a SHA-256. */
  private static long id(SortedMap<Long, Long> items) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(hash.digest(items.toString().getBytes(StandardCharsets.UTF_8)))
          .getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
