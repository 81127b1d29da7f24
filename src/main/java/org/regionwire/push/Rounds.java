package org.regionwire.push;

import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.regionwire.push.FeedSource.FeedContent;

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
  private final Looks looks;
  private final RandomGenerator random;
  private final Clock clock;

  private record Due(List<Intent> intents, List<Follower> followers) {}

  Rounds(JdbiBooks books, FeedSource source, Lanes lanes, RandomGenerator random, Clock clock) {
    this.books = books;
    this.source = source;
    this.lanes = lanes;
    this.settlements = new Settlements(books, lanes::release);
    this.verifying = new Verifying(random, clock);
    this.pushing = new Pushing(clock);
    this.looks = new Looks(books, source, this::id, clock);
    this.random = random;
    this.clock = clock;
  }

  /** As {@link Looks#look}. */
  boolean look() {
    return looks.look();
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
