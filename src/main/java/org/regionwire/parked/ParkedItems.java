package org.regionwire.parked;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.regionwire.broker.ParkedQueue.Parked;
import org.regionwire.news.ItemId;

/**
 * Which items are parked, asked of the broker, so that every node answers the same. Anyone may ask,
 * so the broker is asked once a second at most, and each message is read once.
 */
public final class ParkedItems {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int MOST = 10_000;

  private final Parking parking;
  private final LongSupplier depth;
  private final Clock clock;
  private Map<String, Optional<Lot>> byMessage = Map.of();
  private Map<ItemId, Lot> byItem = Map.of();
  private Instant looked = Instant.MIN;

  /**
   * A submission that is parked.
   *
   * @param accepted when we took it
   * @param parked when we gave up to store it
   */
  public record Lot(ItemId item, Instant accepted, Instant parked) {}

  /**
   * @param depth how many are parked
   */
  public ParkedItems(Parking parking, LongSupplier depth, Clock clock) {
    this.parking = parking;
    this.depth = depth;
    this.clock = clock;
  }

  /** The one parked last, as of a second ago; while the broker is away, as of when it was there. */
  public synchronized Optional<Lot> find(ItemId item) {
    if (depth.getAsLong() == 0) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (now.isBefore(looked) || now.isAfter(looked.plus(FRESH))) {
      parking
          .known(MOST)
          .ifPresent(
              all -> {
                var read = new HashMap<String, Optional<Lot>>();
                all.forEach(one -> read.put(one.id(), lot(one)));
                keep(read);
              });
      looked = now;
    }
    return Optional.ofNullable(byItem.get(item));
  }

  private Optional<Lot> lot(Parked parked) {
    Optional<Lot> known = byMessage.get(parked.id());
    return known != null
        ? known
        : parking
            .item(parked)
            .map(it -> new Lot(it.item().id(), it.item().origin().received(), parked.at()));
  }

  private void keep(Map<String, Optional<Lot>> read) {
    var items = new HashMap<ItemId, Lot>();
    read.values().stream()
        .flatMap(Optional::stream)
        .forEach(
            lot -> items.merge(lot.item(), lot, (a, b) -> a.parked().isAfter(b.parked()) ? a : b));
    byMessage = read;
    byItem = items;
  }
}
