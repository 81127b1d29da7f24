package org.regionwire.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.regionwire.region.event.EventTimeFinder;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.mention.PlaceFinder;
import org.regionwire.region.mention.Text;

/** One operation is one item of 300 words; the items of eleven languages come in turn. */
@State(Scope.Thread)
@Threads(1)
@Fork(1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 3)
public class RegionsBenchmark {
  private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2026, 3, 2));

  private final PlaceFinder places = new PlaceFinder(Gazetteer.load());
  private final EventTimeFinder times = new EventTimeFinder();
  private final List<LongItems.Item> items = LongItems.read();
  private int next;

  /** What is found; JMH takes it so that the work is not left out. */
  @Benchmark
  public Object places() {
    return places(item());
  }

  /** Both, as every item that comes in is read. */
  @Benchmark
  public Object placesAndTimes() {
    var item = item();
    var found = places(item);
    var time = times.find(item.title(), item.body(), item.language(), DAY, ZoneOffset.UTC);
    return found.size() + time.map(when -> when.offset()).orElse(0);
  }

  private List<?> places(LongItems.Item item) {
    return places.find(Text.of(item.title(), item.body(), item.language()));
  }

  private LongItems.Item item() {
    next = next + 1 < items.size() ? next + 1 : 0;
    return items.get(next);
  }
}
