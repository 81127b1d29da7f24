package org.regionwire.broker;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A stand-alone Artemis, one or a pair, that other nodes use too. Whether it is there or not, this
 * process starts and goes on: it looks for it every half second.
 */
public final class OutsideBroker implements Broker {
  private static final int LOOK_TIMEOUT_MILLIS = 1_500;

  /** Who waits longer for an answer misses that the other one of a pair works. */
  private static final int LONGEST_CALL_MILLIS = 8_000;

  private final OutsideAddress address;
  private final Pair pair;
  private final BrokerLook look;

  private OutsideBroker(OutsideAddress address, Clock clock) {
    this.address = address;
    this.pair = new Pair(address.places());
    this.look = new BrokerLook(pair, this::forLooks, address.toString(), clock);
  }

  /** Who only looks into a queue fetches one message, not a megabyte of them. */
  private ConnectionFactory forLooks(String place) {
    var connections = factory(place, LOOK_TIMEOUT_MILLIS);
    connections.setConsumerWindowSize(0);
    return connections;
  }

  /**
   * Begins to look for it.
   *
   * @param address as {@code regionwire.broker} has it
   * @throws IllegalArgumentException if it is no such address
   */
  public static OutsideBroker at(String address, Clock clock) {
    var broker = new OutsideBroker(OutsideAddress.parse(address), clock);
    broker.look.begin();
    return broker;
  }

  /**
   * @return the same
   * @throws IllegalArgumentException if it is no address of a broker
   */
  public static String checked(String address) {
    OutsideAddress.parse(address);
    return address;
  }

  @Override
  public ConnectionFactory connections(int callTimeoutMillis) {
    return following(Math.min(callTimeoutMillis, LONGEST_CALL_MILLIS));
  }

  private Following following(int callTimeoutMillis) {
    var byPlace = new LinkedHashMap<String, ConnectionFactory>();
    address.places().forEach(place -> byPlace.put(place, factory(place, callTimeoutMillis)));
    return new Following(pair, byPlace, place -> factory(place, LOOK_TIMEOUT_MILLIS));
  }

  private ActiveMQConnectionFactory factory(String place, int callTimeoutMillis) {
    var factory = new Straight(place, address.url(place));
    factory.setCallTimeout(callTimeoutMillis);
    address.user().ifPresent(factory::setUser);
    address.password().ifPresent(factory::setPassword);
    return factory;
  }

  @Override
  public Sender sender(int longestMillis) {
    var watch = new SendWatch(Duration.ofMillis(longestMillis));
    var following = following(longestMillis);
    return new Sender(following::believed, this::accepting, watch, look::sent);
  }

  @Override
  public Listeners outside(Clock clock) {
    return new DistantListeners(connections(LOOK_TIMEOUT_MILLIS), this::accepting);
  }

  /** It is not ours to start again: it comes back, and we see it. */
  @Override
  public boolean running() {
    return true;
  }

  @Override
  public Optional<String> trouble() {
    return look.trouble();
  }

  @Override
  public boolean accepting() {
    return look.answers();
  }

  @Override
  public long depth(String queue) {
    return look.depth(queue);
  }

  @Override
  public List<String> queues() {
    return BrokerLook.QUEUES;
  }

  @Override
  public Optional<Instant> oldest(String queue) {
    return look.oldest(queue);
  }

  @Override
  public void close() {
    look.close();
  }
}
