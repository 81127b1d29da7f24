package org.regionwire.push;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.regionwire.push.JdbiBooks.Open;

/**
 * Looks whether topics have changed. A topic that has to be rendered to be compared waits for its
 * turn when there are very many of them. For one thread.
 */
final class Looks {
  private final JdbiBooks books;
  private final FeedSource source;
  private final Supplier<String> ids;
  private final Clock clock;
  private final Pace pace = new Pace();

  /** The topic to begin with. */
  private String next = "";

  private record Change(String topic, String etag) {}

  Looks(JdbiBooks books, FeedSource source, Supplier<String> ids, Clock clock) {
    this.books = books;
    this.source = source;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Compares each topic with what it was, and makes due whom a change concerns.
   *
   * @return whether there are any topics
   */
  boolean look() {
    var now = clock.instant();
    if (books.read(open -> open.followers().hasExpired(now) || open.followers().hasForgotten())) {
      books.write(open -> endExpired(open, now));
    }
    TreeMap<String, String> topics = books.read(open -> open.followers().topics());
    var changes = new ArrayList<Change>();
    Optional<String> skipped = compare(topics.tailMap(next), changes);
    if (skipped.isEmpty()) {
      skipped = compare(topics.headMap(next), changes);
    }
    next = skipped.orElse("");
    if (!changes.isEmpty()) {
      books.write(open -> change(open, changes));
    }
    return !topics.isEmpty();
  }

  /**
   * @return the first that has to wait
   */
  private Optional<String> compare(SortedMap<String, String> topics, List<Change> changes) {
    Optional<String> skipped = Optional.empty();
    for (var topic : topics.entrySet()) {
      var objection = source.objection(topic.getKey());
      if (objection.isPresent()) {
        books.write(open -> deny(open, topic.getKey(), "the topic " + objection.get()));
      } else if (source.isReady(topic.getKey()) || pace.mayWork()) {
        compare(topic, changes);
      } else {
        skipped = skipped.or(() -> Optional.of(topic.getKey()));
      }
    }
    return skipped;
  }

  private void compare(Map.Entry<String, String> topic, List<Change> changes) {
    String etag = pace.work(() -> source.etag(topic.getKey()));
    if (!etag.equals(topic.getValue())) {
      changes.add(new Change(topic.getKey(), etag));
    }
  }

  private static boolean endExpired(Open open, java.time.Instant now) {
    open.followers().endExpired(now);
    open.followers().forgetTopics();
    return true;
  }

  private boolean change(Open open, List<Change> changes) {
    changes.forEach(c -> open.followers().change(c.topic(), c.etag(), clock.instant()));
    return true;
  }

  /** A topic that was ours once: its followers are told that there will be no more. */
  private boolean deny(Open open, String topic, String reason) {
    var now = clock.instant();
    for (var follower : open.followers().of(topic)) {
      open.followers().end(follower.id());
      open.intents()
          .add(
              new Intent(
                  ids.get(),
                  Intent.Mode.DENIED,
                  topic,
                  follower.callback(),
                  follower.callback().host(),
                  "",
                  0,
                  "",
                  reason,
                  0,
                  now));
    }
    open.followers().forgetTopics();
    return true;
  }
}
