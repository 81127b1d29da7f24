package org.regionwire.signals;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.regionwire.news.Hash;
import org.regionwire.news.ItemId;

/**
 * Ids of traces and spans that every node works out for itself: the trace of an item is its id, 128
 * bits in hexadecimal, so whoever has the id has the trace, and nothing about it has to be kept.
 */
final class SpanIds implements IdGenerator {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int SPAN_BYTES = 8;

  private final IdGenerator random = IdGenerator.random();
  private final ThreadLocal<Optional<String>> trace = ThreadLocal.withInitial(Optional::empty);
  private final ThreadLocal<Optional<String>> span = ThreadLocal.withInitial(Optional::empty);

  /** Those of the next span that this thread makes; empty for any. */
  void next(Optional<String> traceId, Optional<String> spanId) {
    trace.set(traceId);
    span.set(spanId);
  }

  @Override
  public String generateTraceId() {
    return trace.get().orElseGet(random::generateTraceId);
  }

  @Override
  public String generateSpanId() {
    return span.get().orElseGet(random::generateSpanId);
  }

  /** The 128 bits of the id. */
  static String trace(ItemId item) {
    byte[] bits = new byte[16];
    int buffer = 0;
    int held = 0;
    int at = 0;
    for (int i = 0; i < item.value().length() && at < bits.length; i++) {
      buffer = (buffer << 5) | DIGITS.indexOf(item.value().charAt(i));
      held += 5;
      if (held >= 8) {
        held -= 8;
        bits[at++] = (byte) (buffer >> held);
      }
    }
    return HexFormat.of().formatHex(bits);
  }

  /** The same for the same words, on every node. */
  static String span(String what, String about) {
    byte[] hash = Hash.of((what + '\0' + about).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, SPAN_BYTES);
  }
}
