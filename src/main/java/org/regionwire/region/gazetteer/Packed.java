package org.regionwire.region.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.InflaterInputStream;

/**
 * The packed file, which {@code src/main/gazetteer/pack.py} writes: deflated; a magic number and a
 * version, then columns of numbers in big-endian order, each as long as there are places, and lists
 * of strings, each as count, length in bytes, and UTF-8 parted by line feeds.
 */
final class Packed {
  private static final int MAGIC = 0x52574754;
  private static final int VERSION = 1;

  private final ByteBuffer bytes;

  private Packed(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  static Packed resource(String name) {
    try (InputStream in = Packed.class.getResourceAsStream(name)) {
      var inflated = new InflaterInputStream(Objects.requireNonNull(in, name));
      var packed = new Packed(inflated.readAllBytes());
      if (packed.bytes.getInt() != MAGIC || packed.bytes.getInt() != VERSION) {
        throw new IllegalStateException(name + " is not a gazetteer of version " + VERSION);
      }
      return packed;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  int number() {
    return bytes.getInt();
  }

  byte[] bytes(int length) {
    var column = new byte[length];
    bytes.get(column);
    return column;
  }

  short[] shorts(int length) {
    var column = new short[length];
    bytes.asShortBuffer().get(column);
    bytes.position(bytes.position() + 2 * length);
    return column;
  }

  int[] ints(int length) {
    var column = new int[length];
    bytes.asIntBuffer().get(column);
    bytes.position(bytes.position() + 4 * length);
    return column;
  }

  Strings strings() {
    int count = bytes.getInt();
    return new Strings(bytes(bytes.getInt()), count);
  }

  /** Strings that are decoded only when asked for. */
  static final class Strings {
    private final byte[] text;
    private final int[] ends;

    private Strings(byte[] text, int count) {
      this.text = text;
      this.ends = new int[count];
      int n = 0;
      for (int i = 0; i < text.length; i++) {
        if (text[i] == '\n') {
          ends[n++] = i;
        }
      }
      if (count > 0) {
        ends[n] = text.length;
      }
    }

    int size() {
      return ends.length;
    }

    String get(int index) {
      int start = index == 0 ? 0 : ends[index - 1] + 1;
      return new String(text, start, ends[index] - start, StandardCharsets.UTF_8);
    }
  }
}
