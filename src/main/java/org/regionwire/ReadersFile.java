package org.regionwire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Who may read from the broker: a line {@code name:password} each; lines that begin with # do not
 * count. Made with one reader and a password of 128 bits when it is missing, so that nothing ever
 * listens without a password.
 */
final class ReadersFile {
  private static final int SHORTEST = 12;

  private ReadersFile() {}

  /**
   * @return passwords by name
   * @throws IOException if it cannot be read, or is not what it should be
   */
  static Map<String, String> in(Path file, RandomGenerator random) throws IOException {
    if (!Files.exists(file)) {
      make(file, random);
    }
    Map<String, String> readers = new LinkedHashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      int colon = line.indexOf(':');
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (colon < 1 || line.length() - colon - 1 < SHORTEST) {
        throw new IOException(
            file + " line " + number + ": write name:password, with " + SHORTEST + " characters");
      }
      readers.put(line.substring(0, colon), line.substring(colon + 1));
    }
    return readers;
  }

  private static void make(Path file, RandomGenerator random) throws IOException {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, "reader:" + HexFormat.of().formatHex(bits) + "\n");
  }
}
