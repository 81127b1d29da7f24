package org.regionwire.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which items a digest shows, in which revisions: the same for all letters that show the same.
 *
 * @param items sequences of the shown revisions by the items' first sequences
 */
record Edition(SortedMap<Long, Long> items) {

  Edition {
    items = new TreeMap<>(items);
  }

  /** From the contents: half of a SHA-256. */
  long id() {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(hash.digest(items.toString().getBytes(StandardCharsets.UTF_8)))
          .getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
