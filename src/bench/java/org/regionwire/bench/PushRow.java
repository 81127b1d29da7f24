package org.regionwire.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/** From a POST to the last of 1,000 subscribers of one topic, told by WebSub. */
final class PushRow implements Row {
  private static final int SUBSCRIBERS = 1_000;
  private static final int ROUNDS = 5;
  private static final int THREADS = 16;
  private static final String WHAT = "1,000 subscribers of one topic told (WebSub)";

  private volatile CountDownLatch verified = new CountDownLatch(SUBSCRIBERS);
  private volatile CountDownLatch told = new CountDownLatch(0);

  @Override
  public List<Line> measure(Site site) throws Exception {
    var threads = Executors.newFixedThreadPool(THREADS);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    try (var wire =
            Wire.start(
                site,
                site.home("push"),
                "-Dregionwire.push.private=true",
                "-Dregionwire.push.callbacks=2000");
        var poster = new Poster(wire)) {
      poster.millisToFeed(50);
      subscribe(wire.port(), server.getAddress().getPort());
      await(verified);
      var seconds = new ArrayList<Double>();
      for (int round = 0; round < ROUNDS; round++) {
        told = new CountDownLatch(SUBSCRIBERS);
        long start = System.nanoTime();
        poster.millisToFeed(1);
        await(told);
        seconds.add((System.nanoTime() - start) / 1e9);
      }
      return List.of(line(seconds));
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private static Line line(List<Double> seconds) {
    DoubleStream sorted = seconds.stream().mapToDouble(s -> s).sorted();
    double[] times = sorted.toArray();
    String figure =
        "%.2f s (%.2f–%.2f)".formatted(times[times.length / 2], times[0], times[times.length - 1]);
    return new Line(WHAT, figure, "", "≤ 2 s");
  }

  private static void await(CountDownLatch latch) throws Exception {
    if (!latch.await(60, TimeUnit.SECONDS)) {
      throw new IOException(latch.getCount() + " of the subscribers were not reached in 60 s");
    }
  }

  private static void subscribe(int wire, int callbacks) throws Exception {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String topic = "http://127.0.0.1:" + wire + "/feeds/all.atom";
    for (int i = 0; i < SUBSCRIBERS; i++) {
      String form =
          "hub.mode=subscribe&hub.secret=bench&hub.topic="
              + URLEncoder.encode(topic, StandardCharsets.UTF_8)
              + "&hub.callback="
              + URLEncoder.encode(
                  "http://127.0.0.1:" + callbacks + "/" + i, StandardCharsets.UTF_8);
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wire + "/hub"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 202) {
        throw new IOException("the hub answers " + status);
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("POST")) {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
      told.countDown();
      return;
    }
    byte[] challenge =
        exchange
            .getRequestURI()
            .getQuery()
            .replaceAll(".*hub.challenge=([0-9a-f]+).*", "$1")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, challenge.length);
    exchange.getResponseBody().write(challenge);
    exchange.close();
    verified.countDown();
  }
}
