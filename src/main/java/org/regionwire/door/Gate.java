package org.regionwire.door;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.regionwire.senders.Senders;

/**
 * What is asked of whoever comes: who they are, from where, how often, and whether there is room.
 */
public record Gate(Senders senders, Callers callers, Rates rates, Crowd crowd, OwnPages ownPages) {

  /**
   * @param proxies networks whose word on their clients is believed
   * @param base the address people see
   * @param queue how many items wait for the archive
   */
  public static Gate of(
      Senders senders,
      String proxies,
      Bounds bounds,
      LongSupplier queue,
      String base,
      Clock clock) {
    return new Gate(
        senders,
        new Callers(proxies),
        new Rates(bounds, clock),
        new Crowd(bounds.underway(), bounds.queue(), queue),
        new OwnPages(base));
  }
}
