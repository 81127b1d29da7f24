package org.regionwire.feeds.shelf;

import io.vertx.core.buffer.Buffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.rendering.Basis;
import org.regionwire.feeds.rendering.Heard;
import org.regionwire.feeds.rendering.Rendering;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feeds somebody asks for, as ready bytes in memory. A feed comes onto the shelf when it is
 * first asked for, is rendered again when news touches it, and leaves when nobody has asked for it
 * for a while or when the shelf is full.
 */
public final class Shelf {
  /** By this name operators know its lines. */
  private static final Logger LOG = LoggerFactory.getLogger("org.regionwire.feeds.Shelf");

  private static final int CROWD = 8;
  private static final long SHORTEST_REST_NANOS = 100_000_000;
  private static final long LONGEST_REST_NANOS = 500_000_000;

  /** Rendering gets a fifth of one core: four parts rest for each part work. */
  private static final int REST = 4;

  private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();
  private final AtomicLong turn = new AtomicLong();
  private final Press press;
  private final int feeds;
  private final long bytes;

  /**
   * @param feeds at most so many stand on the shelf
   * @param bytes at most so many of them, all in all
   */
  public Shelf(Press press, int feeds, long bytes) {
    this.press = press;
    this.feeds = feeds;
    this.bytes = bytes;
  }

  /** The feed, if it stands on the shelf. Never blocks. */
  public Optional<Rendering> ready(FeedKey key) {
    return ready(key.address());
  }

  /**
   * As {@link #take}, for who is no reader: takes a free place at most, so that nobody's feed has
   * to leave for it.
   */
  public Rendering glance(FeedKey key) {
    return ready(key).orElseGet(() -> slots.size() < feeds ? take(key) : press.render(key));
  }

  /**
   * As {@link #ready(FeedKey)}.
   *
   * @param address canonical
   */
  public Optional<Rendering> ready(String address) {
    var slot = slots.get(address);
    return slot == null ? Optional.empty() : slot.ready(turn.get());
  }

  /** The feed, put onto the shelf if it is not there. Reads the archive: it may block. */
  public Rendering take(FeedKey key) {
    var slot = slots.computeIfAbsent(key.address(), a -> new Slot(key, press, turn.get()));
    boolean isNew = slot.size() == 0;
    var rendering = takeFrom(slot);
    if (isNew) {
      turn.incrementAndGet();
      makeRoom(slot);
    }
    return rendering;
  }

  /** What is in a feed that somebody has not seen. Reads the archive: it may block. */
  public Buffer delta(FeedKey key, Rendering rendering, Basis basis) {
    return rendering.deltas().since(basis, () -> press.delta(key, basis));
  }

  private Rendering takeFrom(Slot slot) {
    try {
      return slot.take(turn.get());
    } catch (RuntimeException e) {
      slots.remove(slot.key().address(), slot);
      throw e;
    }
  }

  /**
   * Tells of items just archived, new or changed, any number at once. When it returns, every feed
   * on the shelf shows them. After many items it rests a tenth to half of a second, so that
   * rendering leaves the machine to the rest of the wire.
   *
   * @throws RuntimeException when a feed could not be rendered; the others are true, and that one
   *     is tried again with the next news or {@link #expire()}
   */
  public void announce(List<PublishedItem> news) {
    long start = System.nanoTime();
    long now = turn.incrementAndGet();
    var heard = Heard.all(news);
    var looks = press.looks();
    renew(news.size() <= CROWD, slot -> slot.hear(heard, looks, now));
    if (news.size() > CROWD) {
      long worked = System.nanoTime() - start;
      long rest = Math.max(SHORTEST_REST_NANOS, Math.min(LONGEST_REST_NANOS, worked * REST));
      LockSupport.parkNanos(rest);
    }
  }

  /**
   * As {@link #announce}, for news that the broker has yet to spread: a few items are seen a sync
   * of its journal sooner, many wait to be rendered together. A feed that fails now is rendered
   * with the announcement.
   */
  public void foretell(List<PublishedItem> news) {
    if (news.size() > CROWD) {
      return;
    }
    long now = turn.incrementAndGet();
    var heard = Heard.all(news);
    var looks = press.looks();
    try {
      renew(true, slot -> slot.hear(heard, looks, now));
    } catch (RuntimeException e) {
      LOG.debug("left to the announcement", e);
    }
  }

  /** Takes items off whose time is over. To be called several times a second. */
  public void expire() {
    long now = turn.incrementAndGet();
    var moment = press.now();
    var looks = press.looks();
    renew(false, slot -> slot.expire(moment, looks, now));
  }

  /** What the feeds that stand here show, each once. */
  public List<Selection> selections() {
    return slots.values().stream().map(slot -> slot.key().shown()).distinct().toList();
  }

  /** How many feeds stand here. */
  public int size() {
    return slots.size();
  }

  /**
   * @param hurry on every core, as somebody waits for the news
   */
  private void renew(boolean hurry, Predicate<Slot> keep) {
    var failures = new Failures();
    var all = hurry ? slots.values().parallelStream() : slots.values().stream();
    all.forEach(slot -> failures.collect(() -> renew(slot, keep)));
    failures.throwIfAny();
  }

  private void renew(Slot slot, Predicate<Slot> keep) {
    if (!keep.test(slot)) {
      slots.remove(slot.key().address(), slot);
    }
  }

  private void makeRoom(Slot newcomer) {
    long total = slots.values().stream().mapToLong(Slot::size).sum();
    while (slots.size() > feeds || total > bytes) {
      var leaves =
          slots.values().stream()
              .filter(slot -> slot != newcomer)
              .min(Comparator.comparingLong(Slot::lastAsked));
      if (leaves.isEmpty() || !slots.remove(leaves.get().key().address(), leaves.get())) {
        return;
      }
      total -= leaves.get().size();
    }
  }

  /** So that one feed that fails does not keep the others from the news. */
  private static final class Failures {
    private Optional<RuntimeException> first = Optional.empty();

    void collect(Runnable work) {
      try {
        work.run();
      } catch (RuntimeException e) {
        add(e);
      }
    }

    private synchronized void add(RuntimeException e) {
      first.ifPresentOrElse(f -> f.addSuppressed(e), () -> first = Optional.of(e));
    }

    void throwIfAny() {
      first.ifPresent(
          e -> {
            throw e;
          });
    }
  }
}
