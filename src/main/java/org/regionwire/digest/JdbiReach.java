package org.regionwire.digest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.regionwire.archive.Database;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.PublishedItem;

/** How many people an item reaches: those who would get it, and those who got it. */
public final class JdbiReach {
  private final Database database;

  /**
   * Letters that brought an item.
   *
   * @param last when the last of them was handed over
   */
  public record Letters(int count, Optional<Instant> last) {}

  public JdbiReach(Database database) {
    this.database = database;
  }

  /** People whose next digest it would be in. */
  public long subscribers(EnrichedItem item) {
    return database.read(
        handle ->
            new JdbiSubscriptions(handle)
                .active().stream()
                    .filter(one -> one.selection().matches(item))
                    .map(Subscription::subscriber)
                    .distinct()
                    .count());
  }

  public Letters letters(PublishedItem item) {
    Map<String, Long> settled = database.read(handle -> settled(handle, item));
    return new Letters(
        settled.size(), settled.values().stream().max(Long::compare).map(Instant::ofEpochMilli));
  }

  private record Sent(String id, String subscriber, long settledAt) {}

  private static Map<String, Long> settled(Handle handle, PublishedItem item) {
    var subscriptions = new JdbiSubscriptions(handle);
    return handle
        .createQuery(
            "select id, subscriber, settled_at from letter where kind = 'digest' and state ="
                + " 'accepted' and window_after < :sequence and window_upto >= :sequence")
        .bind("sequence", item.firstSequence())
        .map((row, c) -> new Sent(row.getString(1), row.getString(2), row.getLong(3)))
        .filter(sent -> asked(subscriptions.of(sent.subscriber()), item))
        .collect(Collectors.toMap(Sent::id, Sent::settledAt));
  }

  private static boolean asked(List<Subscription> all, PublishedItem item) {
    return all.stream()
        .filter(one -> one.state() != Subscription.State.PENDING)
        .filter(one -> one.since() < item.firstSequence())
        .anyMatch(one -> one.selection().matches(item.enriched()));
  }
}
