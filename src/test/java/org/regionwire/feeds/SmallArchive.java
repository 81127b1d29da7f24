package org.regionwire.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Recent;
import org.regionwire.archive.Verdict;
import org.regionwire.news.Change;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.Kind;
import org.regionwire.news.Origin;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/** An archive in memory, for tests of what reads it. */
public final class SmallArchive implements Archive {
  public final AtomicInteger readings = new AtomicInteger();
  private final Map<ItemId, PublishedItem> items = new LinkedHashMap<>();
  private long sequence;
  private boolean broken;

  public List<PublishedItem> add(Draft... drafts) {
    return add(Arrays.stream(drafts).map(Draft::enriched).toList());
  }

  public List<PublishedItem> withdraw(Draft draft, String reason) {
    var enriched = draft.enriched();
    var change = new Change(Change.What.WITHDRAWAL, Optional.of(reason), List.of());
    var from = enriched.item().origin();
    return add(
        List.of(
            enriched.from(
                new Origin(
                    from.sender(),
                    "withdraw " + from.key(),
                    from.bodyHash(),
                    from.received(),
                    Optional.empty(),
                    Optional.of(change)))));
  }

  public synchronized void breaks(boolean now) {
    broken = now;
  }

  @Override
  public org.regionwire.archive.Verdict foretell(org.regionwire.news.EnrichedItem accepted) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Verdict> decide(List<EnrichedItem> accepted) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized List<PublishedItem> add(List<EnrichedItem> accepted) {
    var stored = new ArrayList<PublishedItem>();
    for (var enriched : accepted) {
      sequence++;
      long number = sequence;
      var item =
          find(enriched.item().id())
              .map(
                  old ->
                      new PublishedItem(
                          enriched,
                          number,
                          old.firstSequence(),
                          old.revision() + 1,
                          old.published(),
                          old.updated().plusSeconds(60)))
              .orElseGet(() -> first(enriched, number));
      items.put(item.id(), item);
      stored.add(item);
    }
    return stored;
  }

  private static PublishedItem first(EnrichedItem enriched, long number) {
    var at = enriched.item().written().orElseThrow().plusSeconds(number);
    return new PublishedItem(enriched, number, number, 1, at, at);
  }

  @Override
  public synchronized Optional<PublishedItem> find(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  @Override
  public Optional<Verdict> verdict(String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<PublishedItem> bySequence(List<Long> sequences) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Long> sequences(long after, long upTo, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<PublishedItem> revisions(ItemId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized List<PublishedItem> latest(Selection selection, int limit, Instant now) {
    readings.incrementAndGet();
    if (broken) {
      throw new IllegalStateException("the archive is broken");
    }
    return items.values().stream()
        .filter(p -> !p.withdrawn() && selection.matches(p.enriched()))
        .filter(p -> p.item().expires().map(e -> e.isAfter(now)).orElse(true))
        .sorted(Comparator.comparingLong(PublishedItem::firstSequence).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Recent recent(Selection selection, int limit, Instant now) {
    var standing = latest(selection, limit, now);
    long oldest = standing.size() < limit ? 0 : standing.get(limit - 1).firstSequence();
    var withdrawn =
        items.values().stream()
            .filter(item -> item.withdrawn() && selection.matches(item.enriched()))
            .filter(item -> item.item().expires().map(e -> e.isAfter(now)).orElse(true))
            .filter(item -> item.firstSequence() >= oldest)
            .sorted(Comparator.comparingLong(PublishedItem::firstSequence).reversed())
            .limit(limit)
            .toList();
    return new Recent(
        standing, withdrawn, places(selection, 0, Long.MAX_VALUE, 2 * limit + 1, true));
  }

  @Override
  public List<PublishedItem> window(
      Selection selection, long after, long upTo, int limit, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized List<PublishedItem> ever(
      Selection selection, long after, long upTo, int limit) {
    return items.values().stream()
        .filter(item -> !item.unborn() && selection.matches(item.enriched()))
        .filter(item -> item.firstSequence() > after && item.firstSequence() <= upTo)
        .sorted(Comparator.comparingLong(PublishedItem::firstSequence).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Long> places(
      Selection selection, long after, long upTo, int limit, boolean newestFirst) {
    Comparator<Long> order = newestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return ever(selection, after, upTo, Integer.MAX_VALUE).stream()
        .map(PublishedItem::firstSequence)
        .sorted(order)
        .limit(limit)
        .toList();
  }

  @Override
  public Map<String, Integer> countsByRegion(Instant since, Instant now) {
    return Map.of();
  }

  @Override
  public synchronized long lastSequence() {
    return sequence;
  }

  @Override
  public synchronized long count() {
    return items.size();
  }

  @Override
  public List<PublishedItem> startingOn(java.time.LocalDate day, int limit) {
    return List.of();
  }

  @Override
  public List<PublishedItem> changes(long after, long upTo) {
    return List.of();
  }

  @Override
  public synchronized List<PublishedItem> calendar(
      Selection selection, java.time.LocalDate from, int limit, Instant now) {
    readings.incrementAndGet();
    return items.values().stream()
        .filter(item -> !item.unborn() && item.kind() == Kind.EVENT)
        .filter(item -> selection.matches(item.enriched()))
        .filter(item -> item.item().expires().map(e -> e.isAfter(now)).orElse(true))
        .filter(item -> !item.event().orElseThrow().lastDay().isBefore(from))
        .sorted(
            Comparator.comparing((PublishedItem item) -> item.event().orElseThrow().start().date()))
        .limit(limit)
        .toList();
  }
}
