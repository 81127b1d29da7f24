package org.regionwire.broker;

import java.time.Instant;
import java.util.Optional;

/**
 * A queue of an outside broker, as of the last looks.
 *
 * @param progress when it was last seen to get shorter or to be empty
 * @param first when the first message came that no consumer holds
 */
record QueueAge(long messages, Instant progress, Optional<Instant> first) {

  static QueueAge after(Optional<QueueAge> before, long messages, Instant now) {
    boolean moves = messages == 0 || before.filter(one -> messages >= one.messages()).isEmpty();
    var progress = moves ? now : before.map(QueueAge::progress).orElse(now);
    return new QueueAge(messages, progress, before.flatMap(QueueAge::first));
  }

  QueueAge with(Optional<Instant> seen) {
    return new QueueAge(messages, progress, seen);
  }

  Optional<Instant> oldest() {
    return messages == 0 ? Optional.empty() : first.or(() -> Optional.of(progress));
  }
}
