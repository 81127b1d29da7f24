package org.regionwire.push;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.regionwire.push.FeedSource.FeedContent;
import org.regionwire.push.JdbiBooks.Open;

/**
 * What the hub does again and again: look whether topics have changed, and tell whom that concerns.
 * Everything is in the books before it is done, so a round may end anywhere and begin again. For
 * one thread.
 */
final class Rounds {
  private static final int MOST = 20_000;

  private final JdbiBooks books;
  private final FeedSource source;
  private final Lanes lanes;
  private final Settlements settlements;
  private final Verifying verifying;
  private final Pushing pushing;
  private final RandomGenerator random;
  private final Clock clock;

  private record Due(List<Intent> intents, List<Follower> followers) {}

  private record Change(String topic, String etag) {}

  Rounds(JdbiBooks books, FeedSource source, Lanes lanes, RandomGenerator random, Clock clock) {
    this.books = books;
    this.source = source;
    this.lanes = lanes;
    this.settlements = new Settlements(books, lanes::release);
    this.verifying = new Verifying(random, clock);
    this.pushing = new Pushing(clock);
    this.random = random;
    this.clock = clock;
  }

  /**
   * Compares each topic with what it was.
   *
   * @return whether there are any
   */
  boolean look() {
    var now = clock.instant();
    boolean expired = books.read(open -> open.followers().hasExpired(now));
    if (expired) {
      books.write(open -> endExpired(open, now));
    }
    Map<String, String> topics = books.read(open -> open.followers().topics());
    List<Change> changes = new ArrayList<>();
    for (var topic : topics.entrySet()) {
      var objection = source.objection(topic.getKey());
      if (objection.isPresent()) {
        books.write(open -> deny(open, topic.getKey(), "the topic " + objection.get()));
      } else {
        String etag = source.etag(topic.getKey());
        if (!etag.equals(topic.getValue())) {
          changes.add(new Change(topic.getKey(), etag));
        }
      }
    }
    if (!changes.isEmpty()) {
      books.write(open -> change(open, changes));
    }
    return !topics.isEmpty();
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
                  id(), Intent.Mode.DENIED, topic, follower.callback(), "", 0, "", reason, 0, now));
    }
    open.followers().forgetTopics();
    return true;
  }

  /** Calls whom it is time to call; returns before they answer. */
  void call() {
    settlements.write();
    var now = clock.instant();
    var due =
        books.read(open -> new Due(open.intents().due(now, MOST), open.followers().due(now, MOST)));
    for (var intent : due.intents()) {
      if (!lanes.knows(intent.id())) {
        lanes.add(verifying.job(intent, settlements));
      }
    }
    Map<String, FeedContent> contents = new HashMap<>();
    for (var follower : due.followers()) {
      if (!lanes.knows(follower.id()) && source.objection(follower.topic()).isEmpty()) {
        push(follower, contents.computeIfAbsent(follower.topic(), source::content));
      }
    }
    lanes.run();
    settlements.write();
  }

  private void push(Follower follower, FeedContent content) {
    if (follower.etag().equals(content.etag())) {
      settlements.add(follower.id(), pushing.told(follower, content));
    } else {
      lanes.add(pushing.job(follower, content, settlements));
    }
  }

  void settle() {
    settlements.write();
  }

  String id() {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }
}
