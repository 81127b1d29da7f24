package org.regionwire.push;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.regionwire.push.FeedSource.FeedContent;
import org.regionwire.push.JdbiBooks.Open;

/** Tells a follower what its topic has become (WebSub section 7). */
final class Pushing {
  private static final Duration REST = Duration.ofSeconds(30);

  private final Clock clock;

  Pushing(Clock clock) {
    this.clock = clock;
  }

  Lanes.Job job(Follower follower, FeedContent content, Settlements settlements) {
    return new Lanes.Job(
        follower.id(),
        follower.callback().host(),
        () -> call(follower, content),
        reply -> settlements.add(follower.id(), settled(follower, content, reply)),
        () -> settlements.add(follower.id(), postponed(follower, follower.attempts(), REST)));
  }

  /** Exactly the bytes and the type that a reader of the topic gets. */
  private static Call call(Follower follower, FeedContent content) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", content.mediaType());
    headers.put("Link", content.link());
    headers.put("User-Agent", Hub.NAME);
    if (!follower.secret().isEmpty()) {
      headers.put("X-Hub-Signature", Signature.of(content.bytes(), follower.secret()));
    }
    return new Call(follower.callback(), follower.callback().target(), headers, content.bytes());
  }

  private Consumer<Open> settled(Follower follower, FeedContent content, Reply reply) {
    int failures = follower.attempts() + 1;
    if (reply.isGone()) {
      return open -> open.followers().end(follower.id());
    }
    if (reply.isSuccess() || failures >= Patience.PUSHES) {
      return told(follower, content);
    }
    return postponed(follower, failures, Patience.after(failures));
  }

  Consumer<Open> told(Follower follower, FeedContent content) {
    var now = clock.instant();
    return open -> open.followers().told(follower.id(), follower.topic(), content.etag(), now);
  }

  private Consumer<Open> postponed(Follower follower, int attempts, Duration wait) {
    var until = clock.instant().plus(wait);
    return open -> open.followers().postpone(follower.id(), attempts, until);
  }
}
