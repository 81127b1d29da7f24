package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;
import org.regionwire.journey.Reconciliation.Seen;
import org.regionwire.news.Selection;

/** Three nodes under load, killed at random, and what senders, readers and subscribers find. */
final class NodesStory implements AutoCloseable {
  private static final int NODES = 3;
  private static final int EVERYTHING = 1_000_000;
  private static final int BETWEEN_KILLS_MILLIS = Integer.getInteger("nodes.rest", 1_500);
  private static final String BASE = "http://wire.example.org";

  private final String database = Databases.postgresqlUrl();
  private final MortalBroker broker;
  private final List<Newsroom> nodes = new ArrayList<>();
  private final Random random;
  private final long seed;
  private final Sent sent = new Sent();
  private final Reconciliation reconciliation = new Reconciliation(sent);
  private final Recoveries recoveries;
  private final NodesLetters letters;
  private int nodeKills;
  private int brokerKills;
  private String posts = "";

  NodesStory(Path folder, MortalBroker broker, SmtpSink sink, int letters, long seed)
      throws Exception {
    this.random = new Random(seed);
    this.seed = seed;
    this.broker = broker;
    for (int i = 0; i < NODES; i++) {
      Path home = Files.createDirectories(folder.resolve("node-" + i));
      nodes.add(new Newsroom(home, settings(folder, sink)));
    }
    this.recoveries = new Recoveries(sent);
    this.letters = new NodesLetters(database, sink, letters);
  }

  private Map<String, String> settings(Path folder, SmtpSink sink) {
    var settings = new HashMap<String, String>();
    settings.put("broker", broker.address());
    settings.put("database", database);
    settings.put("secrets", folder.resolve("secrets").toString());
    settings.put("base", BASE);
    settings.put("feeds.entries", "500");
    settings.put("mail", "smtp://127.0.0.1:" + sink.port());
    settings.put("mail.connections", "" + LetterStory.CONNECTIONS);
    settings.put("mail.pace", "0");
    return settings;
  }

  /** All that does not add up in the end. */
  List<String> differencesAfter(int seconds, int brokerDeaths) throws Exception {
    broker.starts();
    nodes.forEach(Newsroom::launches);
    nodes.forEach(Newsroom::awaitReady);
    for (Newsroom node : nodes) {
      recoveries.awaitPublished(node);
    }
    hearEachOther();
    // When there is news for everyone: whose hour finds none gets no letter that day.
    letters.subscribe(seconds);
    try (var senders = new Senders(nodes, sent, seed)) {
      killFor(seconds, brokerDeaths);
      broker.settles();
      nodes.forEach(Newsroom::awaitReady);
      posts = senders.told();
    }
    settle();
    readNodes();
    readArchive();
    letters.differences(nodeKills * LetterStory.CONNECTIONS).forEach(reconciliation::says);
    sent.surprises().forEach(reconciliation::says);
    return reconciliation.differences();
  }

  /** What one node shows, another shows soon. */
  private void hearEachOther() throws IOException {
    for (int i = 0; i < 12; i++) {
      recoveries.hear(nodes.get(i % NODES), nodes.get((i + 1) % NODES));
    }
  }

  private void killFor(int seconds, int brokerDeaths) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    long between = Duration.ofSeconds(seconds).toNanos() / (brokerDeaths + 1);
    long nextBroker = System.nanoTime() + between;
    while (System.nanoTime() < end) {
      Clocks.rest(random.nextInt(BETWEEN_KILLS_MILLIS));
      if (brokerKills < brokerDeaths && System.nanoTime() > nextBroker) {
        nextBroker = System.nanoTime() + between;
        brokerKills++;
        broker.diesAndComesBack();
        var node = nodes.get(random.nextInt(NODES));
        node.awaitReady();
        recoveries.measure("broker", node);
      } else {
        killANode();
      }
    }
  }

  /** Never the last one that works. */
  private void killANode() throws IOException {
    int victim = random.nextInt(NODES);
    nodes.get((victim + 1) % NODES).awaitReady();
    nodeKills++;
    nodes.get(victim).dies();
    nodes.get(victim).launches();
    recoveries.measure("node", nodes.get((victim + 1) % NODES));
  }

  private void settle() {
    for (Newsroom node : nodes) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(node.files("inbox")).isEmpty());
    }
    nodes.forEach(this::lookForFiles);
    await().atMost(Duration.ofSeconds(60)).until(this::isArchived);
    letters.settle();
  }

  private void lookForFiles(Newsroom node) {
    try {
      for (String file : node.files("done")) {
        sent.acknowledged(sent.files().get(file), node.receipt("done", file).path("id").asText());
      }
      node.files("refused").forEach(file -> reconciliation.says(file + " was refused"));
    } catch (IOException e) {
      reconciliation.says("a receipt cannot be read: " + e);
    }
  }

  /** A message that was delivered to the dead may wait some seconds to be delivered again. */
  private boolean isArchived() {
    try (var open = Database.open(database)) {
      return new JdbiArchive(open, Clock.systemUTC(), new ItemJson()).count()
          >= sent.acknowledged().size();
    }
  }

  private void readArchive() {
    try (var open = Database.open(database)) {
      var archive = new JdbiArchive(open, Clock.systemUTC(), new ItemJson());
      var items = archive.latest(Selection.ALL, EVERYTHING, Instant.now());
      reconciliation.of(
          "the archive",
          items.stream().map(item -> new Seen(item.id().tag(), item.item().title())).toList());
      items.stream()
          .filter(item -> item.revision() > 1)
          .forEach(item -> reconciliation.says(item.item().title() + " has two revisions"));
    }
  }

  /** Each item once in a feed, and the same bytes on all nodes. */
  private void readNodes() throws IOException {
    for (String region : Senders.REGIONS) {
      for (String format : List.of("atom", "rss", "json")) {
        String path = "/feeds/" + region + "." + format;
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> nodes.stream().map(node -> body(node, path)).distinct().count() == 1);
        var entries = Entry.read(body(nodes.get(0), path));
        var titles = entries.stream().map(Entry::title).toList();
        titles.stream()
            .filter(title -> titles.indexOf(title) != titles.lastIndexOf(title))
            .forEach(title -> reconciliation.says(path + " has twice: " + title));
        titles.stream()
            .filter(title -> !sent.has(title))
            .forEach(title -> reconciliation.says(path + " has what nobody sent: " + title));
      }
    }
  }

  private static String body(Newsroom node, String path) {
    try {
      return node.gets(path).body();
    } catch (IOException e) {
      return e.toString();
    }
  }

  long p95RecoveryMillis() {
    return recoveries.p95Millis();
  }

  String told() {
    return "%d sent, %d acknowledged, %s; %d kills of nodes, %d of the broker; %s; %s"
        .formatted(
            sent.size(),
            sent.acknowledged().size(),
            posts,
            nodeKills,
            brokerKills,
            recoveries.told(),
            letters.told());
  }

  @Override
  public void close() {
    nodes.forEach(Newsroom::close);
    broker.close();
  }
}
