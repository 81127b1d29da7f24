package org.regionwire.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A mail server that takes everything and keeps nothing, and the yardstick that fills it. */
final class Postfix implements AutoCloseable {
  private final Process sink;
  private final Path source;
  private final int port;

  private Postfix(Process sink, Path source, int port) {
    this.sink = sink;
    this.source = source;
    this.port = port;
  }

  static Postfix start() throws IOException {
    var sink = Site.program("smtp-sink").orElseThrow(Postfix::missing);
    var source = Site.program("smtp-source").orElseThrow(Postfix::missing);
    int port = Site.freePort();
    var command = new ArrayList<>(List.of(sink.toString()));
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("-u", "nobody"));
    }
    command.addAll(List.of("127.0.0.1:" + port, "200"));
    var started = new Postfix(new ProcessBuilder(command).inheritIO().start(), source, port);
    started.awaitAnswer();
    return started;
  }

  private static IOException missing() {
    return new IOException("smtp-sink and smtp-source are missing; Debian's package is postfix");
  }

  private void awaitAnswer() throws IOException {
    for (int i = 0; i < 100; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
    throw new IOException("smtp-sink does not answer");
  }

  int port() {
    return port;
  }

  /**
   * Letters a second by {@code smtp-source -s 4}.
   *
   * @param kept whether connections are kept for more than one letter
   */
  double yardstick(int letters, int bytes, boolean kept) throws Exception {
    var command = new ArrayList<>(List.of(source.toString()));
    if (kept) {
      command.add("-d");
    }
    command.addAll(List.of("-s", "4", "-l", "" + bytes, "-m", "" + letters, "127.0.0.1:" + port));
    long start = System.nanoTime();
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException("smtp-source ended with " + exit);
    }
    return letters / ((System.nanoTime() - start) / 1e9);
  }

  @Override
  public void close() throws Exception {
    sink.destroy();
    sink.waitFor();
  }
}
