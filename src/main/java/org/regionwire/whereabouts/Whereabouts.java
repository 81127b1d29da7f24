package org.regionwire.whereabouts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.regionwire.archive.Verdict;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.signals.Metrics;

/**
 * Where recent submissions are, in this process: accepted, archived, shown in feeds. What it has
 * forgotten, or never knew, the archive tells.
 */
public final class Whereabouts {
  private static final int REMEMBERED = 20_000;

  private static final long BETWEEN_QUESTIONS_MILLIS = 50;

  private final Clock clock;
  private final Consumer<Duration> delays;
  private final Metrics metrics;
  private final Map<String, Trace> byKey = remembering();
  private final Map<ItemId, Trace> byId = remembering();
  private final Underway underway = new Underway();

  /** One submission on its way. Fields are guarded by the whereabouts. */
  public static final class Trace {
    private Optional<EnrichedItem> waiting = Optional.empty();
    private Optional<Instant> accepted = Optional.empty();
    private Optional<Instant> archived = Optional.empty();
    private Optional<Instant> shown = Optional.empty();
    private final CompletableFuture<PublishedItem> published = new CompletableFuture<>();
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();

    private Trace() {}

    /** As long as it is not archived. */
    Optional<EnrichedItem> waiting() {
      return waiting;
    }

    public Optional<Instant> accepted() {
      return accepted;
    }

    public Optional<Instant> archived() {
      return archived;
    }

    public Optional<Instant> shown() {
      return shown;
    }
  }

  /** Tells verdicts of other nodes, by key; asked where there are any. */
  private Optional<Function<String, Optional<Verdict>>> elsewhere = Optional.empty();

  private boolean hears = true;

  /**
   * @param delays told, of each item accepted here, how long it took from its arrival into feeds
   * @param metrics told how long items took, but those that were held back
   */
  public Whereabouts(Clock clock, Consumer<Duration> delays, Metrics metrics) {
    this.metrics = metrics;
    this.clock = clock;
    this.delays = delays;
  }

  /**
   * To be called at the beginning, where there are several nodes.
   *
   * @param archive tells the verdict on a submission by its key
   * @param announced whether this node hears of what the others archive
   */
  public void ask(Function<String, Optional<Verdict>> archive, boolean announced) {
    elsewhere = Optional.of(archive);
    hears = announced;
  }

  /** The broker has it on disk. */
  public synchronized EnrichedItem accepted(EnrichedItem enriched) {
    Trace trace = trace(enriched);
    trace.accepted = Optional.of(enriched.item().origin().received());
    if (trace.archived.isEmpty()) {
      trace.waiting = Optional.of(enriched);
      underway.add(enriched);
    }
    return enriched;
  }

  /**
   * @param verdicts one for each of {@code accepted}, in its order
   * @return what they made or found, to be announced
   */
  public synchronized List<PublishedItem> archived(
      List<EnrichedItem> accepted, List<Verdict> verdicts) {
    for (int i = 0; i < accepted.size(); i++) {
      if (!verdicts.get(i).held()) {
        decided(accepted.get(i), verdicts.get(i));
      }
    }
    return verdicts.stream().flatMap(verdict -> verdict.item().stream()).toList();
  }

  private void decided(EnrichedItem accepted, Verdict verdict) {
    Trace trace = trace(accepted);
    Instant now = clock.instant();
    trace.archived = Optional.of(now);
    if (accepted.item().publishAt().isEmpty()) {
      metrics.archivedAfter(Duration.between(accepted.item().origin().received(), now));
    }
    trace.waiting = Optional.empty();
    underway.remove(accepted);
    trace.verdict.complete(verdict);
    verdict
        .item()
        .filter(published -> !isOf(accepted, published))
        .ifPresent(published -> show(trace, published));
  }

  /** Otherwise it changed nothing: what it says stands in feeds under an earlier key. */
  private static boolean isOf(EnrichedItem accepted, PublishedItem published) {
    return accepted.item().origin().key().equals(published.item().origin().key());
  }

  public synchronized void shown(List<PublishedItem> published) {
    for (PublishedItem item : published) {
      show(trace(item.enriched()), item);
    }
  }

  private void show(Trace trace, PublishedItem item) {
    if (trace.waiting.isPresent()) {
      // Another node archived it.
      underway.remove(trace.waiting.get());
      trace.waiting = Optional.empty();
      trace.archived = Optional.of(item.updated());
    }
    tell(trace, item);
    trace.shown = Optional.of(clock.instant());
    trace.published.complete(item);
  }

  /** Once of each, and not of what had to wait for its time. */
  private void tell(Trace trace, PublishedItem item) {
    if (trace.shown.isEmpty() && item.item().publishAt().isEmpty()) {
      Instant now = clock.instant();
      trace.accepted.map(at -> Duration.between(at, now)).ifPresent(delays);
      metrics.shownAfter(Duration.between(item.item().origin().received(), now));
    }
  }

  /** What was accepted here and is not archived yet, or held back, the newest first. */
  public synchronized List<EnrichedItem> waiting() {
    var waiting =
        byKey.values().stream()
            .flatMap(trace -> trace.waiting.stream())
            .collect(Collectors.toList());
    Collections.reverse(waiting);
    return waiting;
  }

  /** New events of its day that were accepted before it and may not be archived yet. */
  public List<EnrichedItem> underway(EnrichedItem enriched) {
    return underway.before(enriched);
  }

  /** What was accepted under this key and is not archived yet. */
  public synchronized Optional<EnrichedItem> waiting(String key) {
    return Optional.ofNullable(byKey.get(key)).flatMap(trace -> trace.waiting);
  }

  public synchronized Optional<Trace> find(ItemId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Waits until the item is in feeds, or archived if this node has none; empty when it takes
   * longer.
   */
  public Optional<PublishedItem> awaitShown(EnrichedItem enriched, Duration longest)
      throws InterruptedException {
    if (!hears) {
      return awaitVerdict(enriched, longest).flatMap(Verdict::item);
    }
    CompletableFuture<PublishedItem> published;
    synchronized (this) {
      published = trace(enriched).published;
    }
    return await(published, longest);
  }

  /** Waits until the archive has decided; empty when it takes longer. */
  public Optional<Verdict> awaitVerdict(EnrichedItem enriched, Duration longest)
      throws InterruptedException {
    CompletableFuture<Verdict> verdict;
    synchronized (this) {
      verdict = trace(enriched).verdict;
    }
    if (elsewhere.isEmpty()) {
      return await(verdict, longest);
    }
    return poll(verdict, enriched.item().origin().key(), longest);
  }

  /** Until this node or another one has decided. */
  private Optional<Verdict> poll(CompletableFuture<Verdict> here, String key, Duration longest)
      throws InterruptedException {
    Instant end = clock.instant().plus(longest);
    Optional<Verdict> verdict = Optional.empty();
    while (verdict.isEmpty() && clock.instant().isBefore(end)) {
      verdict = await(here, Duration.ofMillis(BETWEEN_QUESTIONS_MILLIS));
      if (verdict.isEmpty()) {
        verdict = elsewhere.flatMap(archive -> archive.apply(key));
      }
    }
    return verdict;
  }

  private static <T> Optional<T> await(CompletableFuture<T> outcome, Duration longest)
      throws InterruptedException {
    try {
      return Optional.of(outcome.get(longest.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    }
  }

  private Trace trace(EnrichedItem enriched) {
    Trace trace = byKey.computeIfAbsent(enriched.item().origin().key(), newOne -> new Trace());
    byId.put(enriched.item().id(), trace);
    return trace;
  }

  private static <K, V> Map<K, V> remembering() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
