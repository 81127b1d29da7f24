package org.regionwire.web;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.regionwire.news.Hash;

/**
 * Ready bytes in one encoding.
 *
 * @param bytes nobody writes to them
 * @param etag strong, with its quotes (RFC 9110 section 8.8.3)
 * @param etagHeader the same, ready for the wire
 * @param length of the bytes, ready for the wire
 */
public record Variant(Buffer bytes, String etag, CharSequence etagHeader, CharSequence length) {
  private static final int TAG_BYTES = 15;

  public static Variant identity(byte[] bytes) {
    return of(bytes, "\"" + hash(bytes) + "\"");
  }

  /** Its tag is made from the identity's, so that either tells which bytes a reader has. */
  public static Variant gzip(byte[] identity, Variant plain) {
    String opaque = plain.etag().substring(0, plain.etag().length() - 1);
    return of(compress(identity), opaque + "-gzip\"");
  }

  private static Variant of(byte[] bytes, String etag) {
    return new Variant(
        outsideTheHeap(bytes),
        etag,
        HttpHeaders.createOptimized(etag),
        HttpHeaders.createOptimized(Integer.toString(bytes.length)));
  }

  /** Netty would copy what lies in the heap at every answer. Freed when nothing refers to it. */
  private static Buffer outsideTheHeap(byte[] bytes) {
    ByteBuffer memory = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    return Buffer.buffer(Unpooled.wrappedBuffer(memory));
  }

  private static byte[] compress(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (var gzip = new GZIPOutputStream(out, 8192)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] bytes) {
    byte[] tag = Arrays.copyOf(Hash.of(bytes), TAG_BYTES);
    return Base64.getUrlEncoder().encodeToString(tag);
  }
}
