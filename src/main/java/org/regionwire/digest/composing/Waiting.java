package org.regionwire.digest.composing;

import java.util.List;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Subscriber;
import org.regionwire.digest.Subscription;
import org.regionwire.digest.Subscription.State;

/** A letter to be composed, for whom, and what that person has asked for, oldest first. */
public record Waiting(Letter letter, Subscriber person, List<Subscription> subscriptions) {
  public Waiting {
    subscriptions = List.copyOf(subscriptions);
  }

  List<Subscription> in(State state) {
    return subscriptions.stream().filter(one -> one.state() == state).toList();
  }
}
