package org.regionwire.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Durable, synced sends outside a transaction: when {@link #send} returns, the message is on disk.
 * Each thread keeps a session of its own, because a session a message halves the speed.
 */
public final class Sender implements AutoCloseable {
  private final Supplier<ConnectionFactory> connections;
  private final BooleanSupplier accepting;
  private final @Nullable SendWatch watch;
  private final Consumer<Optional<String>> heard;
  private final ThreadLocal<Lane> lanes = new ThreadLocal<>();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();

  /** Of one thread. */
  private record Lane(
      ConnectionFactory from,
      Connection connection,
      Destinations destinations,
      Breaking breaking) {}

  /**
   * @param accepting asked before each send: a full disk makes a producer wait without an exception
   */
  public Sender(ConnectionFactory connections, BooleanSupplier accepting) {
    this(() -> connections, accepting, null, outcome -> {});
  }

  /**
   * As {@link #Sender(ConnectionFactory, BooleanSupplier)}, over the network.
   *
   * @param connections to the broker that works now; what goes to another one is left
   * @param watch breaks off sends that take too long
   * @param heard told of the outcome of each send: what went wrong, or nothing
   */
  Sender(
      Supplier<ConnectionFactory> connections,
      BooleanSupplier accepting,
      @Nullable SendWatch watch,
      Consumer<Optional<String>> heard) {
    this.connections = connections;
    this.accepting = accepting;
    this.watch = watch;
    this.heard = heard;
  }

  /**
   * @throws Undelivered if it is not known to be on disk; it may be there all the same
   */
  public void send(String address, Envelope envelope) {
    if (!accepting.getAsBoolean()) {
      throw new Undelivered("the broker is stopped, away or its disk is full", null);
    }
    long began = System.nanoTime();
    try {
      Lane lane = lane();
      send(lane, address, envelope, began);
      stillWorks(lane);
      heard.accept(Optional.empty());
    } catch (JMSException | RuntimeException e) {
      leave();
      heard.accept(Optional.of(String.valueOf(e.getMessage())));
      throw new Undelivered("the broker did not confirm the message: " + e.getMessage(), e);
    }
  }

  private void send(Lane lane, String address, Envelope envelope, long began) throws JMSException {
    if (watch == null) {
      lane.destinations().send(address, envelope);
      return;
    }
    watch.begins(lane.breaking(), began);
    try {
      lane.destinations().send(address, envelope);
    } finally {
      watch.ended(lane.breaking());
    }
  }

  /** Who hung and answers late may have been followed: then nobody has what it took. */
  private void stillWorks(Lane lane) {
    if (lane.from() != connections.get()) {
      throw new Undelivered("another broker works now than the one that took the message", null);
    }
  }

  private Lane lane() throws JMSException {
    Lane lane = lanes.get();
    ConnectionFactory now = connections.get();
    if (lane != null && (lane.breaking().isBroken() || lane.from() != now)) {
      leave();
      lane = null;
    }
    if (lane == null) {
      lane =
          watch == null
              ? opened(now)
              : watch.inTime(() -> opened(now), late -> abandon(late.connection()));
      lanes.set(lane);
    }
    return lane;
  }

  private Lane opened(ConnectionFactory now) throws JMSException {
    Connection connection = now.createConnection();
    open.add(connection);
    try {
      var breaking = new Breaking(connection);
      connection.setExceptionListener(breaking);
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      return new Lane(now, connection, new Destinations(session), breaking);
    } catch (JMSException | RuntimeException e) {
      abandon(connection);
      throw e;
    }
  }

  private void abandon(Connection connection) {
    open.remove(connection);
    Closing.quietly(connection);
  }

  /** A session that failed once is not trusted again. */
  private void leave() {
    Lane lane = lanes.get();
    lanes.remove();
    if (lane == null) {
      return;
    }
    open.remove(lane.connection());
    if (watch == null) {
      Closing.quietly(lane.connection());
    } else {
      watch.leave(lane.connection());
    }
  }

  @Override
  public void close() {
    open.forEach(Closing::quietly);
    open.clear();
    if (watch != null) {
      watch.close();
    }
  }
}
