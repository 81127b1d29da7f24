package org.regionwire.digest;

import java.util.List;
import org.regionwire.digest.Subscription.State;

/** A letter to be composed, for whom, and what that person has asked for, oldest first. */
record Waiting(Letter letter, Subscriber person, List<Subscription> subscriptions) {
  Waiting {
    subscriptions = List.copyOf(subscriptions);
  }

  List<Subscription> in(State state) {
    return subscriptions.stream().filter(one -> one.state() == state).toList();
  }
}
