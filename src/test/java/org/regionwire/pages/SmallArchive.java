package org.regionwire.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Recent;
import org.regionwire.archive.Verdict;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/** An archive in memory that is given published items. */
final class SmallArchive implements Archive {
  private final List<PublishedItem> items = new ArrayList<>();

  void keep(PublishedItem item) {
    items.add(item);
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
  public List<PublishedItem> add(List<EnrichedItem> accepted) {
    throw new UnsupportedOperationException("pages only read");
  }

  @Override
  public Optional<PublishedItem> find(ItemId id) {
    return revisions(id).stream().max(Comparator.comparingInt(PublishedItem::revision));
  }

  @Override
  public Optional<Verdict> verdict(String key) {
    return Optional.empty();
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
    return items.stream().filter(item -> item.id().equals(id)).toList();
  }

  @Override
  public List<PublishedItem> latest(Selection selection, int limit, Instant now) {
    return items.stream()
        .filter(item -> !item.withdrawn() && selection.matches(item.enriched()))
        .filter(item -> find(item.id()).orElseThrow().equals(item))
        .sorted(Comparator.comparingLong(PublishedItem::firstSequence).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public Recent recent(Selection selection, int limit, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<PublishedItem> window(
      Selection selection, long after, long upTo, int limit, Instant now) {
    return List.of();
  }

  @Override
  public List<PublishedItem> ever(Selection selection, long after, long upTo, int limit) {
    return List.of();
  }

  @Override
  public List<Long> places(
      Selection selection, long after, long upTo, int limit, boolean newestFirst) {
    return List.of();
  }

  @Override
  public Map<String, Integer> countsByRegion(Instant since, Instant now) {
    var counts = new HashMap<String, Integer>();
    latest(Selection.ALL, Integer.MAX_VALUE, now)
        .forEach(
            item ->
                item.enriched().regionSlugs().forEach(r -> counts.merge(r, 1, (a, b) -> a + b)));
    return counts;
  }

  @Override
  public long lastSequence() {
    return items.size();
  }

  @Override
  public long count() {
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
  public List<PublishedItem> calendar(
      Selection selection, java.time.LocalDate from, int limit, Instant now) {
    return List.of();
  }
}
