package org.regionwire.bench;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.regionwire.archive.ItemJson;
import org.regionwire.broker.Broker;
import org.regionwire.broker.EmbeddedBroker;
import org.regionwire.broker.OutsideBroker;

/**
 * The yardstick of submissions, a process of its own: sends of what the wire would queue, durable
 * and synced, on a broker set like the wire's or on an outside one, from threads each with a
 * connection and a session of its own. Each line of standard input is a round of so many
 * milliseconds; the answer is sends a second. Nobody consumes, and the queue outgrows the broker's
 * memory and is paged, unless the program is told to drain it: then a consumer takes what is there,
 * as the wire's does, and throws it away.
 */
public final class RawSends {
  private static final int PRODUCERS = 16;
  private static final int BATCH = 256;
  private static final int CALL_TIMEOUT_MILLIS = 30_000;

  private final Broker broker;
  private final List<byte[]> texts;

  private RawSends(Broker broker, List<byte[]> texts) {
    this.broker = broker;
    this.texts = texts;
  }

  public static void main(String[] args) throws Exception {
    var json = new ItemJson();
    var texts =
        Samples.enriched(64).stream()
            .map(item -> json.write(item).getBytes(StandardCharsets.UTF_8))
            .toList();
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Broker broker = broker(args[0])) {
      var sends = new RawSends(broker, texts);
      if (args[1].equals("drain")) {
        var drain = new Thread(sends::drain);
        drain.setDaemon(true);
        drain.start();
      }
      System.out.println("ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(sends.round(Long.parseLong(line)));
      }
    }
  }

  private static Broker broker(String where) throws Exception {
    return where.startsWith("tcp:")
        ? OutsideBroker.at(where, Clock.systemUTC())
        : EmbeddedBroker.start(Path.of(where));
  }

  private double round(long millis) throws Exception {
    var threads = Executors.newFixedThreadPool(PRODUCERS);
    long start = System.nanoTime();
    long end = start + millis * 1_000_000;
    List<Callable<Long>> producers = new ArrayList<>();
    for (int i = 0; i < PRODUCERS; i++) {
      int first = i;
      producers.add(() -> send(first, end));
    }
    long sent = 0;
    for (Future<Long> one : threads.invokeAll(producers)) {
      sent += one.get();
    }
    threads.shutdown();
    return sent / ((System.nanoTime() - start) / 1e9);
  }

  private long send(int first, long end) throws JMSException {
    try (var connection = broker.connections(CALL_TIMEOUT_MILLIS).createConnection();
        var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        var producer = session.createProducer(session.createQueue(Broker.ACCEPTED))) {
      long sent = 0;
      while (System.nanoTime() < end) {
        var message = session.createBytesMessage();
        message.writeBytes(texts.get((int) ((first + sent) % texts.size())));
        producer.send(message);
        sent++;
      }
      return sent;
    }
  }

  private void drain() {
    try (var connection = broker.connections(CALL_TIMEOUT_MILLIS).createConnection();
        var session = connection.createSession(true, Session.SESSION_TRANSACTED);
        var consumer = session.createConsumer(session.createQueue(Broker.ACCEPTED))) {
      connection.start();
      for (var message = consumer.receive(); message != null; message = consumer.receive()) {
        for (int taken = 1; message != null && taken < BATCH; taken++) {
          message = consumer.receiveNoWait();
        }
        session.commit();
      }
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
}
