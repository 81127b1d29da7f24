package org.regionwire.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Connects to the broker of a pair that works; while none is known to, to one after the other, if
 * it answers soon.
 */
final class Following implements ConnectionFactory {
  private final Pair pair;
  private final Map<String, ConnectionFactory> byPlace;
  private final Function<String, ConnectionFactory> impatient;
  private final List<String> places;
  private final AtomicInteger turn = new AtomicInteger();

  Following(
      Pair pair,
      Map<String, ConnectionFactory> byPlace,
      Function<String, ConnectionFactory> impatient) {
    this.pair = pair;
    this.impatient = impatient;
    this.byPlace = Map.copyOf(byPlace);
    this.places = List.copyOf(byPlace.keySet());
  }

  /**
   * The same as long as the same broker works.
   *
   * @throws Undelivered if none is known to
   */
  ConnectionFactory believed() {
    return of(
        pair.working().orElseThrow(() -> new Undelivered("no broker is known to work", null)));
  }

  private ConnectionFactory current() throws JMSException {
    var working = pair.working();
    if (working.isPresent() || places.size() == 1) {
      return of(working.orElse(places.get(0)));
    }
    String place = places.get(Math.floorMod(turn.getAndIncrement(), places.size()));
    try (var answers = impatient.apply(place).createConnection()) {
      answers.start();
    }
    return of(place);
  }

  private ConnectionFactory currentOrNone() {
    try {
      return current();
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }
  }

  private ConnectionFactory of(String place) {
    return Objects.requireNonNull(byPlace.get(place));
  }

  @Override
  public Connection createConnection() throws JMSException {
    return current().createConnection();
  }

  @Override
  public Connection createConnection(String user, String password) throws JMSException {
    return current().createConnection(user, password);
  }

  @Override
  public JMSContext createContext() {
    return currentOrNone().createContext();
  }

  @Override
  public JMSContext createContext(String user, String password) {
    return currentOrNone().createContext(user, password);
  }

  @Override
  public JMSContext createContext(String user, String password, int mode) {
    return currentOrNone().createContext(user, password, mode);
  }

  @Override
  public JMSContext createContext(int mode) {
    return currentOrNone().createContext(mode);
  }
}
