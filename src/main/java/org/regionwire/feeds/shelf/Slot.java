package org.regionwire.feeds.shelf;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.rendering.Contents;
import org.regionwire.feeds.rendering.Heard;
import org.regionwire.feeds.rendering.Rendering;

/**
 * The place of one feed on the shelf. It renders under its own lock, and it is on the shelf before
 * its first rendering reads the archive: news either finds it and waits for the lock, or was in the
 * archive before the reading began.
 */
final class Slot {
  /** Renderings for nobody before the feed leaves the shelf. */
  static final int PATIENCE = 8;

  private final FeedKey key;
  private final Press press;
  private volatile Optional<Rendering> ready = Optional.empty();
  private volatile long lastAsked;
  private long lastRendered;

  /** When the look ended that is shown. */
  private long looked;

  private int unasked;

  /** A rendering failed that was due. */
  private boolean owing;

  Slot(FeedKey key, Press press, long turn) {
    this.key = key;
    this.press = press;
    this.lastAsked = turn;
  }

  FeedKey key() {
    return key;
  }

  long lastAsked() {
    return lastAsked;
  }

  int size() {
    return ready.map(Rendering::size).orElse(0);
  }

  /** Never blocks. */
  Optional<Rendering> ready(long turn) {
    if (lastAsked != turn) {
      lastAsked = turn;
    }
    return ready;
  }

  synchronized Rendering take(long turn) {
    lastAsked = turn;
    if (ready.isPresent()) {
      return ready.get();
    }
    return render(press.looks(), turn);
  }

  /** True again when it returns; false if nobody wants it any more and it has to leave. */
  synchronized boolean hear(List<Heard> news, Looks looks, long turn) {
    if (ready.isEmpty() || !(owing || touchedBy(news, ready.get().contents()))) {
      return true;
    }
    return renew(looks, turn);
  }

  /** As {@link #hear}, for items whose time is over. */
  synchronized boolean expire(Instant now, Looks looks, long turn) {
    if (ready.isEmpty() || !(owing || ready.get().contents().expiredAt(now))) {
      return true;
    }
    return renew(looks, turn);
  }

  private boolean touchedBy(List<Heard> news, Contents contents) {
    for (var item : news) {
      if (contents.touchedBy(item, key.shown())) {
        return true;
      }
    }
    return false;
  }

  private boolean renew(Looks looks, long turn) {
    unasked = lastAsked >= lastRendered ? 0 : unasked + 1;
    if (unasked > PATIENCE) {
      ready = Optional.empty();
      return false;
    }
    render(looks, turn);
    return true;
  }

  private Rendering render(Looks looks, long turn) {
    owing = true;
    var look = looks.after(looked, key.shown());
    var rendering = press.render(key, look.latest(), ready, looks.entries(key.format()));
    ready = Optional.of(rendering);
    looked = look.ended();
    lastRendered = turn;
    owing = false;
    return rendering;
  }
}
