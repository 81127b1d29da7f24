package org.regionwire.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;

/** Load from one thread of this process, where there is no wrk. */
final class NioLoad implements Load {
  @Override
  public String name() {
    return "one Java thread";
  }

  @Override
  public Outcome run(int port, List<Request> requests, int connections, Duration time)
      throws IOException {
    var ready = requests.stream().map(Request::bytes).toList();
    try (var selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        connect(selector, port, new NioClient(ready, i * 7));
      }
      long start = System.nanoTime();
      long end = start + time.toNanos();
      while (System.nanoTime() < end) {
        selector.select(key -> serve(key), 100);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return outcome(selector, seconds);
    }
  }

  private static void connect(Selector selector, int port, NioClient client) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, client);
    client.ask(channel);
  }

  private static void serve(SelectionKey key) {
    var client = (NioClient) key.attachment();
    try {
      client.read((SocketChannel) key.channel());
    } catch (IOException e) {
      client.fail();
      key.cancel();
    }
  }

  private static Outcome outcome(Selector selector, double seconds) throws IOException {
    long answered = 0;
    long failed = 0;
    for (SelectionKey key : selector.keys()) {
      var client = (NioClient) key.attachment();
      answered += client.answered();
      failed += client.failed();
      key.channel().close();
    }
    return new Outcome(answered, failed, seconds);
  }
}
