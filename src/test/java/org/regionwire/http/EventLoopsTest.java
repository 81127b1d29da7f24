package org.regionwire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.regionwire.news.Ports;

class EventLoopsTest {
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  @Test
  void connections_are_spread_over_a_loop_for_each_core() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    Set<String> threads = ConcurrentHashMap.newKeySet();
    try (var loops = new EventLoops()) {
      int port = Ports.free();
      loops.listen(
          "127.0.0.1",
          port,
          request -> {
            threads.add(Thread.currentThread().getName());
            request.response().end();
          });
      for (int i = 0; i < 2 * cores; i++) {
        ask(port);
      }
    }
    assertThat(threads).hasSize(cores);
  }

  @Test
  void a_port_that_is_taken_is_said() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var loops = new EventLoops()) {
      assertThatThrownBy(() -> loops.listen("127.0.0.1", taken.getLocalPort(), request -> {}))
          .hasMessageStartingWith("the web server does not listen: ");
    }
  }

  private static void ask(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(REQUEST);
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 200 ");
    }
  }
}
