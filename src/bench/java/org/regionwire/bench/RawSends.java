package org.regionwire.bench;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.regionwire.archive.ItemJson;
import org.regionwire.broker.EmbeddedBroker;

/**
 * The yardstick of submissions, a process of its own: sends of what the wire would queue, durable
 * and synced, on a broker set like the wire's, from threads each with a connection and a session of
 * its own. Each line of standard input is a round: at most so many milliseconds and so many sends;
 * the answer is sends a second. Nobody consumes meanwhile. After a round the queue is emptied,
 * unless the program is told to keep it: a queue that outgrows the broker's memory is paged, at
 * half the speed.
 */
public final class RawSends {
  private static final int PRODUCERS = 16;
  private static final int CALL_TIMEOUT_MILLIS = 30_000;

  private final EmbeddedBroker broker;
  private final List<byte[]> texts;

  private RawSends(EmbeddedBroker broker, List<byte[]> texts) {
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
    try (var broker = EmbeddedBroker.start(Path.of(args[0]))) {
      var sends = new RawSends(broker, texts);
      System.out.println("ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] most = line.split(" ");
        System.out.println(sends.round(Long.parseLong(most[0]), Long.parseLong(most[1])));
        if (!args[1].equals("keep")) {
          sends.empty();
        }
      }
    }
  }

  private double round(long millis, long most) throws Exception {
    var threads = Executors.newFixedThreadPool(PRODUCERS);
    long start = System.nanoTime();
    long end = start + millis * 1_000_000;
    var left = new AtomicLong(most);
    List<Callable<Long>> producers = new ArrayList<>();
    for (int i = 0; i < PRODUCERS; i++) {
      int first = i;
      producers.add(() -> send(first, end, left));
    }
    long sent = 0;
    for (Future<Long> one : threads.invokeAll(producers)) {
      sent += one.get();
    }
    threads.shutdown();
    return sent / ((System.nanoTime() - start) / 1e9);
  }

  private long send(int first, long end, AtomicLong left) throws JMSException {
    try (var connection = broker.connections(CALL_TIMEOUT_MILLIS).createConnection();
        var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        var producer = session.createProducer(session.createQueue(EmbeddedBroker.ACCEPTED))) {
      long sent = 0;
      while (left.getAndDecrement() > 0 && System.nanoTime() < end) {
        var message = session.createBytesMessage();
        message.writeBytes(texts.get((int) ((first + sent) % texts.size())));
        producer.send(message);
        sent++;
      }
      return sent;
    }
  }

  /** So that every round starts alike. */
  private void empty() throws JMSException, IOException {
    try (var connection = broker.connections(CALL_TIMEOUT_MILLIS).createConnection();
        var session = connection.createSession(true, Session.SESSION_TRANSACTED);
        var consumer = session.createConsumer(session.createQueue(EmbeddedBroker.ACCEPTED))) {
      connection.start();
      for (int taken = 1; consumer.receive(200) != null; taken++) {
        if (taken % 500 == 0) {
          session.commit();
        }
      }
      session.commit();
    }
  }
}
