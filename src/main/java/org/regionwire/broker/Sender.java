package org.regionwire.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Durable, synced sends outside a transaction: when {@link #send} returns, the message is on disk.
 * Each thread keeps a session of its own, because a session a message halves the speed.
 */
public final class Sender implements AutoCloseable {
  private final ConnectionFactory connections;
  private final BooleanSupplier accepting;
  private final ThreadLocal<Lane> lanes = new ThreadLocal<>();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();

  private record Lane(Connection connection, Destinations destinations) {}

  /**
   * @param accepting asked before each send: a full disk makes a producer wait without an exception
   */
  public Sender(ConnectionFactory connections, BooleanSupplier accepting) {
    this.connections = connections;
    this.accepting = accepting;
  }

  /**
   * @throws Undelivered if it is not known to be on disk; it may be there all the same
   */
  void send(String address, Envelope envelope) {
    if (!accepting.getAsBoolean()) {
      throw new Undelivered("the broker is stopped or its disk is full", null);
    }
    try {
      lane().destinations().send(address, envelope);
    } catch (JMSException | RuntimeException e) {
      leave();
      throw new Undelivered("the broker did not confirm the message: " + e.getMessage(), e);
    }
  }

  private Lane lane() throws JMSException {
    Lane lane = lanes.get();
    if (lane == null) {
      Connection connection = connections.createConnection();
      open.add(connection);
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      lane = new Lane(connection, new Destinations(session));
      lanes.set(lane);
    }
    return lane;
  }

  /** A session that failed once is not trusted again. */
  private void leave() {
    Lane lane = lanes.get();
    lanes.remove();
    if (lane != null) {
      open.remove(lane.connection());
      Closing.quietly(lane.connection());
    }
  }

  @Override
  public void close() {
    open.forEach(Closing::quietly);
    open.clear();
  }
}
