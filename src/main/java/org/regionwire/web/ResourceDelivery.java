package org.regionwire.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Hands out one file of the jar. */
public final class ResourceDelivery implements Handler<RoutingContext> {
  private final Buffer bytes;
  private final String type;

  /**
   * @param resource absolute: {@code /schema/news-item.json}
   */
  public ResourceDelivery(String resource, String type) {
    try (InputStream in = ResourceDelivery.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(resource + " is not in the jar");
      }
      this.bytes = Buffer.buffer(in.readAllBytes());
      this.type = type;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void handle(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "public, max-age=3600")
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(bytes);
  }
}
