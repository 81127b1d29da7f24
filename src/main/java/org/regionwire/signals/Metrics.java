package org.regionwire.signals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/**
 * The figures at {@code /observe/metrics}, named as Prometheus has it: base units, {@code _total}
 * for what only rises. Every series is there from the start, so that a first failure is a rise. To
 * count and time one piece of work takes less than a microsecond.
 */
public final class Metrics {
  private static final String PREFIX = "regionwire.";
  private static final long UNTIMED = Long.MIN_VALUE;

  /** Of those that others bring: a unit cut short, and a gauge that is called a count. */
  private static final List<String> AGAINST_CONVENTION =
      List.of("process.cpu.time", "system.cpu.count");

  private static final Duration[] BOUNDS =
      List.of(1L, 5L, 10L, 25L, 50L, 100L, 250L, 500L, 1_000L, 2_500L, 10_000L, 30_000L).stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private static final Duration[] DELAYS =
      List.of(10L, 25L, 50L, 100L, 250L, 500L, 1_000L, 2_500L, 10_000L, 60_000L, 600_000L).stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer[] times = new Timer[Stage.values().length];
  private final Counter[][] items = new Counter[Stage.values().length][Ending.values().length];
  private final Timer archived;
  private final Timer shown;
  private int ticks;
  private final Map<String, Counter> counters = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> moments = new ConcurrentHashMap<>();

  public Metrics() {
    AGAINST_CONVENTION.forEach(
        name -> meters.config().meterFilter(MeterFilter.denyNameStartsWith(name)));
    archived = delay("archived");
    shown = delay("shown");
    for (Stage stage : Stage.values()) {
      times[stage.ordinal()] =
          Timer.builder(PREFIX + "stage")
              .description("Time of a piece of work of a stage")
              .tag("stage", stage.word())
              .serviceLevelObjectives(BOUNDS)
              .register(meters);
      for (Ending outcome : Ending.values()) {
        items[stage.ordinal()][outcome.ordinal()] =
            Counter.builder(PREFIX + "stage.items")
                .description("What went through a stage, by how it ended")
                .tag("stage", stage.word())
                .tag("outcome", outcome.word())
                .register(meters);
      }
    }
  }

  private Timer delay(String until) {
    return Timer.builder(PREFIX + "item.delay")
        .description("From the arrival of an item until it is archived, or shown in feeds")
        .tag("until", until)
        .serviceLevelObjectives(DELAYS)
        .register(meters);
  }

  /**
   * A piece of work has ended.
   *
   * @param count how many items, letters or requests it was about
   */
  public void ended(Stage stage, Ending outcome, long nanos, int count) {
    times[stage.ordinal()].record(nanos, TimeUnit.NANOSECONDS);
    items[stage.ordinal()][outcome.ordinal()].increment(count);
  }

  /** As {@link #ended(Stage, Ending, long, int)}, of one. */
  public void ended(Stage stage, Ending outcome, long nanos) {
    ended(stage, outcome, nanos, 1);
  }

  /**
   * For what is done in microseconds: of sixteen pieces of work one is timed, all are counted.
   *
   * @return to be handed to {@link #endedOften}
   */
  public long begins() {
    // threads may lose a tick to each other, which changes nothing
    return (++ticks & 15) == 0 ? System.nanoTime() : UNTIMED;
  }

  /** Done. */
  public void endedOften(Stage stage, long begun) {
    items[stage.ordinal()][Ending.DONE.ordinal()].increment();
    if (begun != UNTIMED) {
      times[stage.ordinal()].record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }
  }

  /** An item came into the archive so long after it had arrived. */
  public void archivedAfter(Duration delay) {
    archived.record(delay);
  }

  /** An item is in feeds so long after it had arrived. */
  public void shownAfter(Duration delay) {
    shown.record(delay);
  }

  /** A message was parked after its last attempt; with 0 of them the figure is there. */
  public void parked(String queue, int count) {
    add("parked", "Messages parked after their last attempt", "queue", queue, count);
  }

  /** A round has found what was lost, or has been waited for in vain. */
  public void found(String what, int count) {
    add("reconciler.found", "What rounds found that nobody had told of", "what", what, count);
  }

  private void add(String name, String what, String label, String value, int count) {
    counters
        .computeIfAbsent(
            name + ' ' + value,
            newOne ->
                Counter.builder(PREFIX + name).description(what).tag(label, value).register(meters))
        .increment(count);
  }

  /** When a route that runs again and again last ended well. */
  public void ran(String route, long epochMillis) {
    moments
        .computeIfAbsent(
            route,
            newOne -> {
              var moment = new AtomicLong();
              gauge(
                  "route.last.success.timestamp.seconds",
                  "When a route that runs again and again last ended well",
                  Map.of("route", route),
                  () -> moment.get() / 1_000.0);
              return moment;
            })
        .set(epochMillis);
  }

  /** A figure that is asked for when someone looks. */
  public void gauge(String name, String what, Map<String, String> labels, DoubleSupplier figure) {
    Gauge.builder(PREFIX + name, figure::getAsDouble)
        .description(what)
        .tags(labels.entrySet().stream().map(l -> Tag.of(l.getKey(), l.getValue())).toList())
        .register(meters);
  }

  /** For figures that others bring with them. */
  public MeterRegistry meters() {
    return meters;
  }

  /** As Prometheus reads it: its text format 0.0.4. */
  public String text() {
    return meters.scrape();
  }
}
