package org.regionwire.feeds.rendering;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a rendering has that one before had not (RFC 3229). Nearly all who ask have seen the same
 * one before, so only what was made last is kept.
 */
public final class Deltas {
  private record Made(Basis since, Buffer bytes) {}

  private volatile Optional<Made> last = Optional.empty();

  public Buffer since(Basis basis, Supplier<byte[]> maker) {
    var known = last.filter(made -> made.since().equals(basis));
    if (known.isPresent()) {
      return known.get().bytes();
    }
    var made = new Made(basis, Buffer.buffer(maker.get()));
    last = Optional.of(made);
    return made.bytes();
  }

  /** In bytes. */
  int size() {
    return last.map(made -> made.bytes().length()).orElse(0);
  }
}
