package org.regionwire.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How many bytes, and their SHA-256. */
final class Sum {
  private final MessageDigest digest;
  private long bytes;

  Sum() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(byte[] buffer, int length) {
    digest.update(buffer, 0, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** In hexadecimal; to be asked once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
