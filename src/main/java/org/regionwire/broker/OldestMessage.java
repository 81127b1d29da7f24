package org.regionwire.broker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;

/** The oldest message of a queue in this process: waiting, with a consumer, or to come again. */
final class OldestMessage {
  private OldestMessage() {}

  static Optional<Instant> of(Queue queue) {
    if (queue.getMessageCount() == 0) {
      return Optional.empty();
    }
    var waiting = Stream.ofNullable(first(queue));
    var again = queue.getScheduledMessages().stream();
    var held = queue.getDeliveringMessages().values().stream().flatMap(List::stream);
    return Stream.of(waiting, again, held)
        .flatMap(references -> references)
        .map(reference -> reference.getMessage().getTimestamp())
        .min(Long::compare)
        .map(Instant::ofEpochMilli);
  }

  /** Of those in memory or on the disk. */
  private static @org.jspecify.annotations.Nullable MessageReference first(Queue queue) {
    try (var messages = queue.browserIterator()) {
      return messages.hasNext() ? messages.next() : null;
    }
  }
}
