package org.regionwire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** A secret of 256 bits in a file that only its owner can read, made when it is missing. */
final class SecretFile {
  private final byte[] text;

  private SecretFile(byte[] text) {
    this.text = text;
  }

  static SecretFile in(Path file, RandomGenerator random) throws IOException {
    if (!Files.exists(file)) {
      make(file, random);
    }
    byte[] text = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    if (text.length < 32) {
      throw new IOException(file + " holds no token; delete it, and the next start makes one");
    }
    return new SecretFile(text);
  }

  private static void make(Path file, RandomGenerator random) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    // Another node may be making it too, in a container of its own with the same process id.
    Path fresh =
        file.resolveSibling(file.getFileName() + "." + Long.toHexString(random.nextLong()));
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text(random) + "\n");
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // theirs is as good
    } finally {
      Files.delete(fresh);
    }
  }

  /** A new one, as text. */
  static String text(RandomGenerator random) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  /** In a time that does not depend on where they differ. */
  boolean is(String offered) {
    return MessageDigest.isEqual(text, offered.getBytes(StandardCharsets.UTF_8));
  }

  /** Tells secrets apart, and nothing about them: SHA-256, in hexadecimal. */
  String fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] bytes() {
    return Arrays.copyOf(text, text.length);
  }

  String text() {
    return new String(text, StandardCharsets.UTF_8);
  }
}
