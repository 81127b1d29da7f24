package org.regionwire.digest.subscribing;

import java.util.List;
import org.regionwire.digest.Subscription;

/**
 * How a person's subscriptions stand, for the page behind a link in a letter.
 *
 * @param subscriptions oldest first
 */
public record Standing(String address, List<Subscription> subscriptions) {
  public Standing {
    subscriptions = List.copyOf(subscriptions);
  }

  public List<Subscription> in(Subscription.State state) {
    return subscriptions.stream().filter(one -> one.state() == state).toList();
  }
}
