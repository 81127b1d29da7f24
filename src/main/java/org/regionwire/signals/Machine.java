package org.regionwire.signals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;

/** Figures of the process: memory, collections, threads, processors, open files, uptime. */
public final class Machine implements AutoCloseable {
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /** Takes some milliseconds: not while others wait for the start. */
  public void begin(MeterRegistry meters) {
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    collections.bindTo(meters);
  }

  @Override
  public void close() {
    collections.close();
  }
}
