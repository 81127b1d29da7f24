package org.regionwire.feeds.delivery;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import org.regionwire.feeds.Asked;
import org.regionwire.feeds.FeedKey;

/**
 * Receives people who open a feed's address in a browser. What is returned sends a page; to make it
 * may block, to send it does not.
 */
public interface Reception {
  /**
   * What this is, what is in it, and how to follow it.
   *
   * @param subject what is selected, in words
   */
  Handler<RoutingContext> show(FeedKey key, String subject);

  /** What is wrong with the address, and what may have been meant. */
  Handler<RoutingContext> lost(Asked.Unknown unknown);
}
