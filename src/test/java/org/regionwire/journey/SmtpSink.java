package org.regionwire.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A mail server that writes down what it has accepted, before it says so. */
final class SmtpSink implements AutoCloseable {
  /** How long it thinks about each letter. */
  private static final long THINKING = TimeUnit.MILLISECONDS.toNanos(4);

  private final ServerSocket socket;
  private final int cutEvery;
  private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
  private final AtomicInteger cuts = new AtomicInteger();

  /** A letter that it has. */
  record Accepted(String to, String messageId) {}

  /**
   * @param cutEvery so many letters the connection is cut after the final dot; 0 for never
   */
  SmtpSink(int cutEvery) {
    this.cutEvery = cutEvery;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::listen);
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "smtp-sink");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  List<Accepted> accepted() {
    return List.copyOf(accepted);
  }

  int count() {
    return accepted.size();
  }

  int cuts() {
    return cuts.get();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        client.setTcpNoDelay(true);
        start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      talk(in, client.getOutputStream());
    } catch (IOException e) {
      // Whoever was killed says no goodbye; what counts is what was accepted before.
      return;
    }
  }

  private void talk(BufferedReader in, OutputStream out) throws IOException {
    say(out, "220 sink");
    String to = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
      if (verb.equals("RCPT")) {
        to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
      }
      if (verb.equals("DATA")) {
        say(out, "354 go on");
        if (!take(to, in)) {
          return;
        }
      }
      say(out, verb.equals("QUIT") ? "221 bye" : "250 ok");
    }
  }

  /** False when it cuts the connection, or the client has gone before the final dot. */
  private boolean take(String to, BufferedReader in) throws IOException {
    String messageId = "";
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        return false;
      }
      if (line.startsWith("Message-ID: ")) {
        messageId = line.substring("Message-ID: ".length());
      }
    }
    LockSupport.parkNanos(THINKING);
    accepted.add(new Accepted(to, messageId));
    boolean cut = cutEvery > 0 && accepted.size() % cutEvery == 0;
    if (cut) {
      cuts.incrementAndGet();
    }
    return !cut;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
