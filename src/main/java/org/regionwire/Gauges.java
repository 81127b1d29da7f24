package org.regionwire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Database;
import org.regionwire.broker.Broker;
import org.regionwire.broker.InHand;
import org.regionwire.feeds.shelf.Shelf;
import org.regionwire.nodes.Duty;
import org.regionwire.nodes.Role;
import org.regionwire.signals.Metrics;

/** What stands somewhere, asked for when someone looks at the figures. */
final class Gauges {
  private static final List<String> QUEUES =
      List.of(Broker.ACCEPTED, Broker.FEEDS, Broker.LETTERS, Broker.ASKED_FOR, Broker.DEAD);

  private final Metrics metrics;

  private Gauges(Metrics metrics) {
    this.metrics = metrics;
  }

  /**
   * @param duties those that one node at a time has, where there are several
   */
  static void begin(
      Newsroom newsroom,
      Broker broker,
      InHand inHand,
      Shelf shelf,
      Set<Role> roles,
      Map<Role, Duty> duties) {
    var gauges = new Gauges(newsroom.metrics());
    gauges.queues(broker, inHand, newsroom.clock());
    gauges.stores(newsroom.archive(), shelf, newsroom.database());
    gauges.rounds();
    gauges.duties(roles, duties);
  }

  private void queues(Broker broker, InHand inHand, Clock clock) {
    metrics.gauge(
        "broker.accepting",
        "1 while the broker takes what is sent",
        Map.of(),
        () -> broker.accepting() ? 1 : 0);
    for (String queue : QUEUES) {
      var labels = Map.of("queue", queue);
      metrics.gauge(
          "queue.messages",
          "Messages in a queue, those in delivery included",
          labels,
          () -> broker.depth(queue));
      metrics.gauge(
          "queue.oldest.age.seconds",
          "Since when the oldest message of a queue waits or is worked on; 0 for none",
          labels,
          () -> age(queue, broker, inHand, clock.instant()));
      metrics.parked(queue, 0);
    }
  }

  private static double age(String queue, Broker broker, InHand inHand, Instant now) {
    return Stream.of(broker.oldest(queue), inHand.oldest(queue))
            .flatMap(Optional::stream)
            .mapToLong(sent -> Math.max(0, Duration.between(sent, now).toMillis()))
            .max()
            .orElse(0)
        / 1_000.0;
  }

  /** What has not happened yet is there as well. */
  private void rounds() {
    List.of("letter", "asked-letter", "news").forEach(what -> metrics.found(what, 0));
  }

  private void stores(Archive archive, Shelf shelf, Database database) {
    metrics.gauge("archive.items", "Items in the archive", Map.of(), archive::count);
    metrics.gauge(
        "archive.sequence", "The last revision's number", Map.of(), archive::lastSequence);
    metrics.gauge("shelf.feeds", "Feeds that stand ready", Map.of(), shelf::size);
    database
        .pools()
        .forEach(
            pool -> {
              pool("active", "in use", pool.name(), pool.active());
              pool("idle", "at rest", pool.name(), pool.idle());
              pool("max", "at most", pool.name(), pool.most());
              metrics.gauge(
                  "database.waiting.threads",
                  "Threads that wait for a connection to the database",
                  Map.of("pool", pool.name()),
                  () -> pool.waiting().getAsInt());
            });
  }

  private void pool(String state, String what, String pool, IntSupplier connections) {
    metrics.gauge(
        "database.connections." + state,
        "Connections to the database " + what,
        Map.of("pool", pool),
        () -> connections.getAsInt());
  }

  private void duties(Set<Role> roles, Map<Role, Duty> duties) {
    for (Role role : Role.values()) {
      metrics.gauge(
          "duty.held",
          "1 while this node does what only one node at a time does of a role, or all of it",
          Map.of("role", role.word()),
          () -> {
            boolean had = roles.contains(role);
            return had && Optional.ofNullable(duties.get(role)).map(Duty::held).orElse(true)
                ? 1
                : 0;
          });
    }
  }
}
