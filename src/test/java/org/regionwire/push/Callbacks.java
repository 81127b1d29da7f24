package org.regionwire.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A server of callbacks: each path stands by what is asked, and keeps what it is told. */
public final class Callbacks implements AutoCloseable {
  private final String address;
  private final HttpServer server;
  private final java.util.concurrent.ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);

  /** What was asked, as a query by its fields, and at which path. */
  public final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

  public final List<Told> told = new CopyOnWriteArrayList<>();

  /** What a path answers to a POST, or to everything when negative; 204 when none is set. */
  public final Map<String, Integer> answers = new ConcurrentHashMap<>();

  public record Told(String path, String body, String signature, String type, String link) {}

  public static final int HANG = 1;
  public static final int FLOOD = 2;
  public static final int LIE = 3;
  public static final int REDIRECT = 4;

  public Callbacks() throws IOException {
    this("127.0.0.1");
  }

  /**
   * @param address of this machine; all of 127/8 are on Linux
   */
  public Callbacks(String address) throws IOException {
    this.address = address;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 1_000);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String at(String path) {
    return "http://" + address + ":" + server.getAddress().getPort() + path;
  }

  public List<String> toldAt(String path) {
    return told.stream().filter(t -> t.path().equals(path)).map(Told::body).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int answer = answers.getOrDefault(path, 204);
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("POST")) {
      told.add(
          new Told(
              path,
              new String(body, StandardCharsets.UTF_8),
              exchange.getRequestHeaders().getFirst("X-Hub-Signature"),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestHeaders().getFirst("Link")));
      answer(exchange, answer, "");
      return;
    }
    var fields = fields(exchange.getRequestURI().getRawQuery());
    fields.put("path", path);
    asked.add(fields);
    answer(exchange, answer == 204 || answer == 410 ? 200 : answer, challenge(fields));
  }

  private static String challenge(Map<String, String> fields) {
    return fields.getOrDefault("hub.challenge", "");
  }

  private void answer(HttpExchange exchange, int answer, String body) throws IOException {
    switch (answer) {
      case HANG -> hang();
      case FLOOD -> flood(exchange);
      case LIE -> send(exchange, 200, "yes, whatever");
      case REDIRECT -> {
        exchange.getResponseHeaders().set("Location", at("/other"));
        send(exchange, 307, "");
      }
      default -> send(exchange, answer, body);
    }
  }

  private void hang() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void flood(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] much = new byte[1 << 20];
    try (var out = exchange.getResponseBody()) {
      for (int i = 0; i < 1_000; i++) {
        out.write(much);
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  static Map<String, String> fields(String query) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      fields.put(
          pair.substring(0, equals),
          java.net.URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
