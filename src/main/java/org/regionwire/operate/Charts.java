package org.regionwire.operate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.regionwire.broker.Broker;
import org.regionwire.figures.Counted;
import org.regionwire.figures.LettersByHour;
import org.regionwire.figures.QueueDepths;
import org.regionwire.figures.Tally;
import org.regionwire.figures.Tally.Span;
import org.regionwire.pages.operate.Axis;
import org.regionwire.pages.operate.Chart;
import org.regionwire.pages.operate.Chart.Series;

/** The charts of the operator's pages, of the last hours or days. */
public final class Charts {
  private static final int HOURS = 24;
  private static final int DAYS = 30;
  private static final Duration LONGEST_COUNT = Duration.ofSeconds(2);

  /** The marks of series. */
  private static final int ALARM = 2;

  private static final int[] QUIET = {1, 3, 4, 5, 5};
  private static final DateTimeFormatter HOUR = words("HH:mm");
  private static final DateTimeFormatter DAY = words("d MMM");

  private final Tally tally;
  private final LettersByHour letters;
  private final QueueDepths depths;
  private final Clock clock;

  public Charts(Tally tally, LettersByHour letters, QueueDepths depths, Clock clock) {
    this.tally = tally;
    this.letters = letters;
    this.depths = depths;
    this.clock = clock;
  }

  private static DateTimeFormatter words(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  List<Chart> hours() {
    var spans = tally.hours(clock.instant().minus(HOURS - 1, ChronoUnit.HOURS));
    var charts = new ArrayList<>(counted(spans, HOUR, "an hour", ChronoUnit.HOURS));
    charts.add(queues());
    return charts;
  }

  List<Chart> days() {
    var spans = tally.days(clock.instant().minus(DAYS - 1, ChronoUnit.DAYS));
    return counted(spans, DAY, "a day", ChronoUnit.DAYS);
  }

  private List<Chart> counted(
      NavigableMap<Instant, Span> spans, DateTimeFormatter words, String each, ChronoUnit unit) {
    var times = spans.keySet().stream().map(words::format).toList();
    return List.of(items(spans, times, each), delays(spans, times), sent(spans, times, each, unit));
  }

  private static Chart items(NavigableMap<Instant, Span> spans, List<String> times, String each) {
    var taken = values(spans, span -> OptionalDouble.of(span.of(Counted.TAKEN)));
    var refused = values(spans, span -> OptionalDouble.of(span.of(Counted.REFUSED)));
    double highest =
        spans.values().stream()
            .mapToLong(span -> span.of(Counted.TAKEN) + span.of(Counted.REFUSED))
            .max()
            .orElse(0);
    return new Chart(
        "items",
        "Items " + each,
        "Submissions and changes that were taken, and those refused for what is in them.",
        Axis.counts(highest),
        times,
        List.of(new Series("taken", 1, true, taken), new Series("refused", 2, true, refused)));
  }

  private static Chart delays(NavigableMap<Instant, Span> spans, List<String> times) {
    var half = values(spans, span -> span.delays().seconds(0.5));
    var most = values(spans, span -> span.delays().seconds(0.95));
    return new Chart(
        "delays",
        "From arrival into feeds",
        "So long or less it took for half of the items, and for 95 of 100, on a scale of tenfold steps.",
        Axis.seconds(highest(most)),
        times,
        List.of(new Series("half", 1, false, half), new Series("95 %", 3, false, most)));
  }

  private Chart sent(
      NavigableMap<Instant, Span> spans, List<String> times, String each, ChronoUnit unit) {
    Instant end = clock.instant().plus(LONGEST_COUNT);
    var sent = new ArrayList<OptionalDouble>();
    for (Instant begin : spans.descendingKeySet()) {
      sent.add(letters(begin, unit, end));
    }
    Collections.reverse(sent);
    return new Chart(
        "letters",
        "Letters sent " + each,
        "Handed over to the outbox or to the mail server, by the ledger.",
        Axis.counts(highest(sent)),
        times,
        List.of(new Series("letters", 1, true, sent)));
  }

  private OptionalDouble letters(Instant begin, ChronoUnit unit, Instant end) {
    long all = 0;
    Instant over = begin.plus(1, unit);
    for (Instant hour = begin; hour.isBefore(over); hour = hour.plus(1, ChronoUnit.HOURS)) {
      OptionalLong sent = letters.in(hour, end);
      if (sent.isEmpty()) {
        return OptionalDouble.empty();
      }
      all += sent.getAsLong();
    }
    return OptionalDouble.of(all);
  }

  private Chart queues() {
    var seen = depths.lastDay();
    var times = seen.keySet().stream().map(HOUR::format).toList();
    var series = new ArrayList<Series>();
    for (String queue : depths.queues()) {
      var values = seen.values().stream().map(step -> value(step, queue)).toList();
      boolean alarming = queue.equals(Broker.DEAD);
      series.add(new Series(queue, alarming ? ALARM : QUIET[series.size()], false, values));
    }
    double highest =
        series.stream().map(one -> highest(one.values())).max(Double::compare).orElse(0.0);
    return new Chart(
        "queues",
        "Messages in queues",
        "The most in each five minutes, as this node has seen it since it began.",
        Axis.counts(highest),
        times,
        series);
  }

  private static OptionalDouble value(Map<String, Long> step, String queue) {
    Long messages = step.get(queue);
    return messages == null ? OptionalDouble.empty() : OptionalDouble.of(messages);
  }

  private static List<OptionalDouble> values(
      NavigableMap<Instant, Span> spans, Function<Span, OptionalDouble> value) {
    return spans.values().stream().map(value).toList();
  }

  private static double highest(List<OptionalDouble> values) {
    return values.stream().mapToDouble(value -> value.orElse(0)).max().orElse(0);
  }
}
