package org.regionwire.signals;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Collection;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once that a collector is away, and once that it is back; the library says it each second.
 */
final class ToldOnce implements SpanExporter {
  private static final Logger LOG = LoggerFactory.getLogger(ToldOnce.class);
  private static final java.util.logging.Logger THEIRS =
      java.util.logging.Logger.getLogger("io.opentelemetry");

  private final SpanExporter exporter;
  private final URI collector;
  private volatile boolean away;

  ToldOnce(SpanExporter exporter, URI collector) {
    THEIRS.setLevel(Level.OFF);
    this.exporter = exporter;
    this.collector = collector;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode result = exporter.export(spans);
    return result.whenComplete(() -> heard(result.isSuccess()));
  }

  private void heard(boolean success) {
    if (!success && !away) {
      LOG.warn("traces are dropped: {} does not take them", collector);
    } else if (success && away) {
      LOG.info("{} takes traces again", collector);
    }
    away = !success;
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
