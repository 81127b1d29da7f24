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
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.regionwire.news.Hash;

/**
 * A text in one encoding. Its tag is known from the beginning; compressed bytes are made when they
 * are first asked for, because compressing takes longer than everything before it.
 */
public final class Variant {
  private static final int TAG_BYTES = 15;

  private final String etag;
  private final CharSequence etagHeader;
  private final Supplier<byte[]> source;
  private final boolean passing;
  private volatile @Nullable Body body;

  private record Body(Buffer bytes, CharSequence length) {
    static Body of(byte[] bytes, boolean passing) {
      return new Body(
          passing ? Buffer.buffer(bytes) : outsideTheHeap(bytes),
          HttpHeaders.createOptimized(Integer.toString(bytes.length)));
    }
  }

  private Variant(String etag, Supplier<byte[]> source, boolean passing) {
    this.etag = etag;
    this.etagHeader = HttpHeaders.createOptimized(etag);
    this.source = source;
    this.passing = passing;
  }

  public static Variant identity(byte[] bytes) {
    return of(bytes, false);
  }

  /** Of what is sent once and not kept. */
  public static Variant passing(byte[] bytes) {
    return of(bytes, true);
  }

  private static Variant of(byte[] bytes, boolean passing) {
    var variant = new Variant("\"" + hash(bytes) + "\"", () -> new byte[0], passing);
    variant.body = Body.of(bytes, passing);
    return variant;
  }

  /** The same bytes with something before their hash in the tag. */
  public Variant tagged(String prefix) {
    var tagged = new Variant("\"" + prefix + etag.substring(1), source, passing);
    tagged.body = body;
    return tagged;
  }

  /** Its tag is made from the identity's, so that either tells which bytes a reader has. */
  public static Variant gzip(Variant plain) {
    String opaque = plain.etag.substring(0, plain.etag.length() - 1);
    return new Variant(opaque + "-gzip\"", () -> compress(plain.bytes().getBytes()), plain.passing);
  }

  /** Strong, with its quotes (RFC 9110 section 8.8.3). */
  public String etag() {
    return etag;
  }

  /** The same, ready for the wire. */
  public CharSequence etagHeader() {
    return etagHeader;
  }

  /** Whether {@link #bytes} are at hand; otherwise they take some milliseconds. */
  public boolean ready() {
    return body != null;
  }

  /** Nobody writes to them. */
  public Buffer bytes() {
    return body().bytes();
  }

  /** Of the bytes, ready for the wire. */
  public CharSequence length() {
    return body().length();
  }

  /** What it holds in memory now, in bytes. */
  public int size() {
    var known = body;
    return known == null ? 0 : known.bytes().length();
  }

  private Body body() {
    var known = body;
    return known == null ? make() : known;
  }

  private synchronized Body make() {
    var known = body;
    if (known == null) {
      known = Body.of(source.get(), passing);
      body = known;
    }
    return known;
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
