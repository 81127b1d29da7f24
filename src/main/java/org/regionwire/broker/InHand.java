package org.regionwire.broker;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this node's consumers have taken and not finished: the broker shows no longer how old it is.
 */
public final class InHand {
  private final Map<String, Long> oldest = new ConcurrentHashMap<>();

  /**
   * @param source {@code queue:news.published::feeds}
   * @param sent of the oldest message, in milliseconds of the epoch
   */
  void takes(String source, long sent) {
    oldest.put(queue(source), sent);
  }

  /** All of it is done; what failed stays in hand until it comes again. */
  void finishes(String source) {
    oldest.remove(queue(source));
  }

  /** When the oldest was sent that is being worked on, or failed and comes again. */
  public Optional<Instant> oldest(String queue) {
    return Optional.ofNullable(oldest.get(queue)).map(Instant::ofEpochMilli);
  }

  /** {@code feeds} for whatever feeds are fed from. */
  static String queue(String source) {
    String name = source.substring(source.lastIndexOf(':') + 1);
    return name.equals(Broker.PUBLISHED) ? Broker.FEEDS : name;
  }
}
