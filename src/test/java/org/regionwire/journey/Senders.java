package org.regionwire.journey;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.regionwire.journey.Newsroom.Reply;

/**
 * Senders at work, whether the wire lives or not: some post with an Idempotency-Key and send again
 * when they do not know the outcome, or give up, or ask twice; one drops files.
 */
final class Senders implements AutoCloseable {
  /** Feeds of them, by kind, that together hold everything sent. */
  static final List<String> REGIONS =
      List.of(
          "berlin",
          "brussels",
          "copenhagen",
          "helsinki",
          "malmo",
          "moscow",
          "oslo",
          "riga",
          "st-petersburg",
          "stockholm",
          "tallinn",
          "vilnius",
          "warsaw");

  private static final int POSTERS = 8;
  private static final int MILLIS_BETWEEN_POSTS = 4;
  private static final int MILLIS_BETWEEN_FILES = 50;

  private final List<Newsroom> newsrooms;
  private final Sent sent;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Semaphore pace = new Semaphore(0);
  private final ExecutorService posters = Executors.newFixedThreadPool(POSTERS);
  private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(2);
  private final Map<Outcome, Integer> outcomes = new ConcurrentHashMap<>();
  private volatile boolean working = true;

  /** What became of one attempt. */
  private enum Outcome {
    KEPT,
    NOT_SENT,
    UNKNOWN
  }

  Senders(Newsroom newsroom, Sent sent, long seed) {
    this(List.of(newsroom), sent, seed);
  }

  /**
   * @param newsrooms on one broker: who does not know the outcome at one asks another
   */
  Senders(List<Newsroom> newsrooms, Sent sent, long seed) {
    this.newsrooms = newsrooms;
    this.sent = sent;
    clockwork.scheduleAtFixedRate(this::tick, 0, MILLIS_BETWEEN_POSTS, TimeUnit.MILLISECONDS);
    clockwork.scheduleAtFixedRate(this::drop, 0, MILLIS_BETWEEN_FILES, TimeUnit.MILLISECONDS);
    for (int i = 0; i < POSTERS; i++) {
      var random = new Random(seed + i);
      posters.execute(() -> post(random));
    }
  }

  private void tick() {
    if (pace.availablePermits() < POSTERS) {
      pace.release();
    }
  }

  private void post(Random random) {
    while (working) {
      int number = numbers.incrementAndGet();
      String title = "Posted item " + number;
      sent.attempts(title);
      Outcome outcome = attempt(number, title, random);
      while (working && outcome != Outcome.KEPT && !givesUp(outcome, random)) {
        outcome = attempt(number, title, random);
      }
      if (outcome == Outcome.KEPT && random.nextInt(20) == 0) {
        attempt(number, title, random);
      }
    }
  }

  private static boolean givesUp(Outcome outcome, Random random) {
    return outcome == Outcome.UNKNOWN && random.nextInt(4) == 0;
  }

  private Outcome attempt(int number, String title, Random random) {
    var newsroom = newsrooms.get(random.nextInt(newsrooms.size()));
    Outcome outcome = tries(newsroom, number, title);
    outcomes.merge(outcome, 1, Integer::sum);
    return outcome;
  }

  private Outcome tries(Newsroom newsroom, int number, String title) {
    try {
      pace.acquire();
      Reply reply =
          newsroom.posts("application/json", item(number, title), "Idempotency-Key", "k" + number);
      if (reply.status() == 202) {
        sent.acknowledged(title, reply.id());
        return Outcome.KEPT;
      }
      if (reply.status() != 503 && reply.status() != 409) {
        sent.surprise(title + " was answered " + reply.status() + ": " + reply.body());
      }
      return Outcome.UNKNOWN;
    } catch (ConnectException e) {
      return Outcome.NOT_SENT;
    } catch (IOException | InterruptedException e) {
      return Outcome.UNKNOWN;
    }
  }

  private void drop() {
    int number = numbers.incrementAndGet();
    String title = "Dropped item " + number;
    String name = number + ".json";
    sent.attempts(title);
    try {
      newsrooms.get(number % newsrooms.size()).drops(name, item(number, title));
      sent.dropped(name, title);
    } catch (IOException e) {
      sent.surprise(name + " could not be dropped: " + e);
    }
  }

  /** Every region and kind gets the same share. */
  private static byte[] item(int number, String title) {
    boolean event = number / REGIONS.size() % 2 == 0;
    String text =
        """
        {"title": "%s", "regions": ["%s"], "content": "<p>%s</p>"%s}
        """
            .formatted(
                title,
                REGIONS.get(number % REGIONS.size()),
                "What it says. ".repeat(20),
                event ? ", \"event\": {\"start\": \"2007-10-09\"}" : "");
    return text.getBytes(StandardCharsets.UTF_8);
  }

  String told() {
    return "attempts to post: " + outcomes;
  }

  /** Ends when every sender has put down its work. */
  @Override
  public void close() throws InterruptedException {
    working = false;
    posters.shutdown();
    boolean ended = posters.awaitTermination(60, TimeUnit.SECONDS);
    clockwork.shutdown();
    ended &= clockwork.awaitTermination(10, TimeUnit.SECONDS);
    if (!ended) {
      throw new IllegalStateException("a sender does not end");
    }
  }
}
