package org.regionwire.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.regionwire.archive.Database;

/**
 * Counts by the hour, for all nodes together: in memory, and each few seconds into the database. A
 * process that dies takes the last seconds with it; it is a figure, not an account.
 */
public final class Tally {
  /** Months of hours are some ten thousand rows. */
  private static final Duration KEPT = Duration.ofDays(100);

  private final Database database;
  private final Clock clock;
  private final LongAdder taken = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private SortedMap<Row, Long> pending = new TreeMap<>();
  private Instant forgotten = Instant.EPOCH;

  /** What was counted in an hour. */
  record Row(String what, Instant hour) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      return Comparator.comparing(Row::what).thenComparing(Row::hour).compare(this, other);
    }
  }

  /** An hour or a day. */
  public record Span(Instant begin, Map<String, Long> amounts) {
    public Span {
      amounts = Map.copyOf(amounts);
    }

    public long of(Counted what) {
      return amounts.getOrDefault(what.word(), 0L);
    }

    public Delays delays() {
      return Delays.of(amounts);
    }
  }

  public Tally(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public void taken() {
    taken.increment();
    add(Counted.TAKEN.word());
  }

  public void refused() {
    refused.increment();
    add(Counted.REFUSED.word());
  }

  /** An item is in feeds so long after it came. */
  public void shown(Duration delay) {
    add(Delays.word(delay));
  }

  /** Of this process, since it began. */
  public long total(Counted what) {
    return (what == Counted.TAKEN ? taken : refused).sum();
  }

  private synchronized void add(String what) {
    pending.merge(new Row(what, hour(clock.instant())), 1L, Long::sum);
  }

  private static Instant hour(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS);
  }

  /** Puts what was counted into the database; when that fails, it is kept for the next time. */
  public void keep() {
    SortedMap<Row, Long> counted = take();
    Instant now = clock.instant();
    boolean forgets = forgotten.isBefore(hour(now));
    if (counted.isEmpty() && !forgets) {
      return;
    }
    try {
      database.write(
          handle -> {
            var table = new JdbiTally(handle);
            table.add(counted);
            if (forgets) {
              table.forgetBefore(now.minus(KEPT));
            }
            return true;
          });
      forgotten = hour(now);
    } catch (RuntimeException e) {
      giveBack(counted);
      throw e;
    }
  }

  private synchronized SortedMap<Row, Long> take() {
    var taken = pending;
    pending = new TreeMap<>();
    return taken;
  }

  private synchronized void giveBack(SortedMap<Row, Long> counted) {
    counted.forEach((row, amount) -> pending.merge(row, amount, Long::sum));
  }

  /** The hours since this one, also those in which nothing was, up to now. */
  public NavigableMap<Instant, Span> hours(Instant since) {
    return spans(since, ChronoUnit.HOURS);
  }

  /** The same for days, in UTC. */
  public NavigableMap<Instant, Span> days(Instant since) {
    return spans(since, ChronoUnit.DAYS);
  }

  private NavigableMap<Instant, Span> spans(Instant since, ChronoUnit unit) {
    Instant begin = since.truncatedTo(unit);
    var known = database.read(handle -> new JdbiTally(handle).since(begin));
    var spans = new TreeMap<Instant, Span>();
    for (var at = begin; !at.isAfter(clock.instant()); at = at.plus(1, unit)) {
      var end = at.plus(1, unit);
      Map<String, Long> sum = new TreeMap<>();
      known
          .subMap(at, true, end, false)
          .values()
          .forEach(hour -> hour.forEach((what, amount) -> sum.merge(what, amount, Long::sum)));
      spans.put(at, new Span(at, sum));
    }
    return spans;
  }
}
