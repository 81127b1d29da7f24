package org.regionwire.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;
import org.regionwire.broker.Broker;
import org.regionwire.broker.EmbeddedBroker;
import org.regionwire.journey.Newsroom.Reply;
import org.regionwire.journey.Reconciliation.Seen;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/** A wire under load that is killed again and again, and what senders and readers find then. */
final class CrashStory {
  private static final int LARGEST_FEED = 500;
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(3);
  private static final int EVERYTHING = 100_000;

  private final Path home;
  private final Newsroom newsroom;
  private final Random random;
  private final long seed;
  private final Sent sent = new Sent();
  private final Reconciliation reconciliation = new Reconciliation(sent);

  private String posts = "";

  /**
   * @param settings of the wire, besides its home and port
   */
  CrashStory(Path home, Map<String, String> settings, long seed) {
    this.home = home;
    this.newsroom = new Newsroom(home, settings);
    this.random = new Random(seed);
    this.seed = seed;
  }

  /** All that does not add up in the end. */
  List<String> differencesAfter(int kills) throws Exception {
    try (newsroom) {
      newsroom.opens();
      try (var senders = new Senders(newsroom, sent, seed)) {
        for (int i = 0; i < kills; i++) {
          liveAWhile();
          newsroom.dies();
          lookForFilesInLimbo();
          newsroom.launches();
        }
        newsroom.awaitReady();
        rest(500);
        posts = senders.told();
      }
      settle();
      readFeeds();
      int exit = newsroom.stops();
      if (exit != 0 && exit != 143) {
        reconciliation.says("SIGTERM was answered with exit code " + exit);
      }
      lookForFilesInLimbo();
      readArchive();
      readQueues();
    }
    sent.surprises().forEach(reconciliation::says);
    return reconciliation.differences();
  }

  String told() {
    return "%d sent, %d acknowledged, %d dropped as files, %s"
        .formatted(sent.size(), sent.acknowledged().size(), sent.files().size(), posts);
  }

  /** One in four dies while it starts; the others at work, some time after some answers. */
  private void liveAWhile() {
    if (random.nextInt(4) == 0) {
      rest(random.nextInt(3_000));
      return;
    }
    newsroom.awaitReady();
    int enough = sent.acknowledged().size() + random.nextInt(100);
    long end = System.nanoTime() + LONGEST_LIFE.toNanos();
    while (sent.acknowledged().size() < enough && System.nanoTime() < end) {
      rest(1);
    }
    rest(random.nextInt(100));
  }

  private static void rest(int millis) {
    long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    for (long left = millis; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
      LockSupport.parkNanos(left * 1_000_000);
    }
  }

  /** A file is in the inbox, or done with a receipt: never both, never neither. */
  private void lookForFilesInLimbo() throws IOException {
    var files = Map.copyOf(sent.files());
    var waiting = newsroom.files("inbox");
    var done = newsroom.files("done");
    for (String file : files.keySet()) {
      boolean isDone = done.contains(file);
      if (isDone == waiting.contains(file)) {
        reconciliation.says(file + (isDone ? " is in the inbox and done" : " is nowhere"));
      } else if (isDone) {
        sent.acknowledged(files.get(file), newsroom.receipt("done", file).path("id").asText());
      }
    }
    newsroom.files("refused").forEach(file -> reconciliation.says(file + " was refused"));
  }

  /** The queue is in order: when the last one is in feeds, so are the others. */
  private void settle() throws IOException {
    await().atMost(Duration.ofSeconds(120)).until(() -> newsroom.files("inbox").isEmpty());
    String last = "Last item";
    sent.attempts(last);
    byte[] item =
        """
        {"title": "Last item", "regions": ["oslo"]}"""
            .getBytes(StandardCharsets.UTF_8);
    Reply reply = postLast(item);
    for (int i = 0; i < 4 && reply.status() != 201; i++) {
      reply = postLast(item);
    }
    if (reply.status() != 201) {
      reconciliation.says("the last item was answered " + reply.status() + ": " + reply.body());
    }
    sent.acknowledged(last, reply.id());
    lookForFilesInLimbo();
  }

  /** What is queued before it may take longer than one request waits. */
  private Reply postLast(byte[] item) throws IOException {
    return newsroom.posts("application/json", item, "Prefer", "wait=30", "Idempotency-Key", "last");
  }

  private void readFeeds() throws IOException {
    for (String format : List.of("atom", "rss", "json")) {
      List<Seen> seen = new ArrayList<>();
      for (String region : Senders.REGIONS) {
        for (String kind : List.of("event", "news")) {
          String name = region + "." + format + "?kind=" + kind;
          var entries = newsroom.feed(name);
          if (entries.size() >= LARGEST_FEED) {
            throw new IllegalStateException(name + " is full: what it lost cannot be seen");
          }
          entries.forEach(entry -> seen.add(new Seen(entry.id(), entry.title())));
        }
      }
      reconciliation.of("the " + format + " feeds", seen);
    }
  }

  private void readArchive() {
    try (var database = Database.open("sqlite:" + home.resolve("regionwire.db"))) {
      var archive = new JdbiArchive(database, Clock.systemUTC(), new ItemJson());
      var items = archive.latest(Selection.ALL, EVERYTHING, Instant.now());
      reconciliation.of("the archive", items.stream().map(CrashStory::seen).toList());
      items.stream()
          .filter(item -> item.revision() > 1 || archive.revisions(item.id()).size() > 1)
          .forEach(item -> reconciliation.says(item.item().title() + " has two revisions"));
    }
  }

  private static Seen seen(PublishedItem item) {
    return new Seen(item.id().tag(), item.item().title());
  }

  private void readQueues() throws Exception {
    try (var broker = EmbeddedBroker.start(home.resolve("journal"))) {
      for (String queue : List.of(Broker.ACCEPTED, Broker.DEAD, "feeds")) {
        if (broker.depth(queue) > 0) {
          reconciliation.says(queue + " still holds " + broker.depth(queue));
        }
      }
    }
  }
}
