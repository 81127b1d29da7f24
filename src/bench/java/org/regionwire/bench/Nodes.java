package org.regionwire.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.regionwire.journey.ArtemisProcess;

/** Three nodes on a broker of their own and a PostgreSQL that syncs each commit. */
final class Nodes implements AutoCloseable {
  private static final int NODES = 3;
  private static final Duration WAIT = Duration.ofSeconds(60);

  /** All together, as each node compiles by itself: each as many as make one alone steady. */
  private static final int WARM = 250_000;

  private static final int MOST_WARM_ROUNDS = 100;

  private final Load load;
  private final ArtemisProcess broker;
  private final EmbeddedPostgres database;
  private final List<Wire> wires = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(NODES);
  private long accepted;
  private Duration processorTime = Duration.ZERO;

  private Nodes(Load load, ArtemisProcess broker, EmbeddedPostgres database) {
    this.load = load;
    this.broker = broker;
    this.database = database;
  }

  static Nodes start(Site site) throws Exception {
    var broker = new ArtemisProcess(site.home("nodes-broker")).starts(Map.of());
    var database =
        EmbeddedPostgres.builder()
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("fsync", "on")
            .setDataDirectory(site.home("nodes-database"))
            .start();
    var nodes = new Nodes(Load.best(site), broker, database);
    Path secrets = site.home("nodes-secrets");
    for (int i = 0; i < NODES; i++) {
      nodes.wires.add(
          Wire.start(
              site,
              site.home("node-" + i),
              "-Dregionwire.secrets=" + secrets,
              "-Dregionwire.broker=" + broker.address(),
              "-Dregionwire.database=postgresql://postgres:postgres@localhost:"
                  + database.getPort()
                  + "/postgres"));
    }
    return nodes;
  }

  /** By count, because a busy machine compiles slowly; the compiling is in no figure. */
  void warm(Duration round) throws Exception {
    for (int rounds = 0; rounds < MOST_WARM_ROUNDS && accepted < WARM; rounds++) {
      perSecond(round);
    }
    settle();
    accepted = 0;
    processorTime = Duration.ZERO;
  }

  /** How many a second all take together, from as many connections as the other rows have. */
  double perSecond(Duration time) throws Exception {
    Duration before = processorTime();
    List<Callable<Load.Outcome>> loads = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      var wire = wires.get(i);
      int connections = PostRow.CONNECTIONS / NODES + (i < PostRow.CONNECTIONS % NODES ? 1 : 0);
      var posts = wire.posts(PostRow.REQUESTS);
      loads.add(() -> load.run(wire.port(), posts, connections, time));
    }
    double rate = 0;
    for (Future<Load.Outcome> one : threads.invokeAll(loads)) {
      rate += one.get().perSecond();
      accepted += one.get().answered();
      if (one.get().failed() > 0) {
        System.out.println("  POST /items: " + one.get().failed() + " not accepted");
      }
    }
    processorTime = processorTime.plus(processorTime().minus(before));
    return rate;
  }

  /** Of the nodes; what the broker and the database need is not in it. */
  private Duration processorTime() {
    return wires.stream().map(Wire::processorTime).reduce(Duration.ZERO, Duration::plus);
  }

  String cost() {
    double millis = processorTime.toMillis() / (double) Math.max(1, accepted);
    return ", " + Figures.ratio(millis) + " ms of the nodes' processor each";
  }

  /** Until all that was accepted is archived and in feeds: the queue keeps the order. */
  void settle() throws Exception {
    long end = System.nanoTime() + WAIT.toNanos();
    try (var http = new Http(wires.get(0).port())) {
      var post = wires.get(0).post(Samples.submissions(1).get(0)).with("Prefer", "wait=25");
      while (http.ask(post).status() != 201) {
        if (System.nanoTime() > end) {
          throw new IOException("not archived after " + WAIT.toSeconds() + " s");
        }
      }
    }
  }

  /** Milliseconds from a POST at one node to a feed of another. */
  double[] millisToFeed(int times) throws IOException {
    try (var poster = new Poster(wires.get(0), wires.get(1))) {
      return poster.millisToFeed(times);
    }
  }

  @Override
  public void close() throws Exception {
    threads.shutdownNow();
    for (Wire wire : wires) {
      wire.close();
    }
    broker.close();
    database.close();
  }
}
