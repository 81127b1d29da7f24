package org.regionwire;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.regionwire.archive.Database;
import org.regionwire.broker.Broker;
import org.regionwire.broker.EmbeddedBroker;
import org.regionwire.broker.Envelope;
import org.regionwire.broker.InHand;
import org.regionwire.broker.OutsideBroker;
import org.regionwire.broker.Outsiders;
import org.regionwire.broker.ParkedQueue;
import org.regionwire.broker.QueueComponent;
import org.regionwire.broker.Sender;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Origin;
import org.regionwire.parked.Parking;
import org.regionwire.parked.Rehearsal;

/** Finds the broker that the settings name, and tells it how items travel. */
final class Brokers {
  private static final int SEND_TIMEOUT_MILLIS = 1_800;
  private static final int PARKED_TIMEOUT_MILLIS = 10_000;
  private static final int CONSUME_TIMEOUT_MILLIS = 30_000;

  private Brokers() {}

  /** Runs the broker in this process, or finds the one outside. */
  static Broker start(Settings settings, SecureRandom random) {
    if (settings.isBrokerOutside()) {
      return OutsideBroker.at(settings.broker, Clock.systemUTC());
    }
    try {
      Path journal = settings.journal();
      if (settings.outsiders.isEmpty()) {
        return EmbeddedBroker.start(journal);
      }
      var readers = ReadersFile.in(settings.readers, random);
      Exposure.check(settings.outsiders, readers, settings.readers);
      byte[] ours = new byte[32];
      random.nextBytes(ours);
      return EmbeddedBroker.start(
          journal, new Outsiders(settings.outsiders, readers), HexFormat.of().formatHex(ours));
    } catch (Exception e) {
      throw new IllegalStateException("the broker does not start: " + e.getMessage(), e);
    }
  }

  static Sender sender(Broker broker) {
    return broker.sender(SEND_TIMEOUT_MILLIS);
  }

  /** What is parked, and the way back. */
  static Parking parking(Broker broker, Newsroom newsroom, Rehearsal rehearsal) {
    var queue = new ParkedQueue(broker.connections(PARKED_TIMEOUT_MILLIS), broker::accepting);
    return new Parking(queue, newsroom.json(), rehearsal);
  }

  /** The component that routes name queues by. */
  static QueueComponent queues(Broker broker, Sender sender, Newsroom newsroom, InHand inHand) {
    return new QueueComponent(
        broker.connections(CONSUME_TIMEOUT_MILLIS),
        sender,
        body -> envelope(newsroom, body),
        Database::isAway,
        inHand,
        queue -> newsroom.metrics().parked(queue, 1),
        newsroom.json()::about);
  }

  private static Envelope envelope(Newsroom newsroom, Object body) {
    if (body instanceof EnrichedItem enriched) {
      return new Envelope(
          newsroom.json().write(enriched),
          Optional.of(enriched.item().origin()).filter(Origin::keyed).map(Origin::key),
          newsroom.traces().map(traces -> traces.properties(enriched)).orElse(Map.of()));
    }
    throw new IllegalArgumentException("nothing on the wire is a " + body.getClass());
  }
}
