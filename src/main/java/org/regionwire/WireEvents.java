package org.regionwire;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.regionwire.archive.Archive;
import org.regionwire.archive.ItemJson;
import org.regionwire.broker.Listeners;
import org.regionwire.news.PublishedItem;
import org.regionwire.push.WireEvent;

/** Tells outsiders on the broker of what was published. Nothing is made while nobody listens. */
public final class WireEvents {
  private final Listeners door;
  private final Archive archive;
  private final ItemJson json;
  private final String base;
  private final Clock clock;
  private final boolean alone;

  /**
   * @param base public address of the site, without a slash at its end
   * @param alone whether no other node could tell of the same
   */
  WireEvents(
      Listeners door, Archive archive, ItemJson json, String base, Clock clock, boolean alone) {
    this.alone = alone;
    this.door = door;
    this.archive = archive;
    this.json = json;
    this.base = base;
    this.clock = clock;
  }

  /** What every node hears of: with several, one of them tells. */
  public void tellAlone(List<PublishedItem> published) {
    if (alone) {
      tell(published);
    }
  }

  public void tell(List<PublishedItem> published) {
    if (door.heard()) {
      published.stream().filter(item -> !hasExpired(item)).forEach(this::tell);
    }
  }

  private boolean hasExpired(PublishedItem published) {
    return published.item().expires().filter(end -> !end.isAfter(clock.instant())).isPresent();
  }

  private void tell(PublishedItem published) {
    WireEvent.of(published, before(published), base, json::writeForReaders)
        .ifPresent(
            event ->
                event.addresses().forEach(to -> door.tell(to, WireEvent.MEDIA_TYPE, event.json())));
  }

  private Optional<PublishedItem> before(PublishedItem published) {
    return published.revision() == 1
        ? Optional.empty()
        : archive.revisions(published.id()).stream()
            .filter(earlier -> earlier.revision() == published.revision() - 1)
            .findFirst();
  }
}
