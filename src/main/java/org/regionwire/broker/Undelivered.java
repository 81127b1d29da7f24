package org.regionwire.broker;

import org.jspecify.annotations.Nullable;

/** The broker did not say that it has the message. Sending it again under the same key is safe. */
public final class Undelivered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Undelivered(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
