package org.regionwire;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Takes traces by OTLP over HTTP, as protobuf (opentelemetry/proto/trace/v1/trace.proto). */
final class Collector implements AutoCloseable {
  private final HttpServer server;
  final List<Span> spans = new CopyOnWriteArrayList<>();

  /**
   * @param links traces and spans
   */
  record Span(
      String trace,
      String id,
      String parent,
      String name,
      Map<String, String> attributes,
      List<String> links) {
    String stage() {
      return attributes.getOrDefault("regionwire.stage", "");
    }
  }

  Collector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          spans(body);
          exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Requests hold resources (1), those scopes (2), those spans (2). */
  private void spans(byte[] body) {
    within(body, 1, resource -> within(resource, 2, scope -> within(scope, 2, this::span)));
  }

  private interface Part {
    void read(byte[] bytes);
  }

  private static void within(byte[] message, int field, Part part) {
    fields(
        message,
        (number, bytes) -> {
          if (number == field) {
            part.read(bytes);
          }
        });
  }

  private void span(byte[] message) {
    Map<Integer, byte[]> one = new HashMap<>();
    Map<String, String> attributes = new HashMap<>();
    List<String> links = new CopyOnWriteArrayList<>();
    fields(message, one::put);
    within(message, 9, pair -> attribute(pair, attributes));
    within(message, 13, link -> links.add(hex(link, 1) + " " + hex(link, 2)));
    String name = new String(one.get(5), StandardCharsets.UTF_8);
    spans.add(new Span(hex(message, 1), hex(message, 2), hex(message, 4), name, attributes, links));
  }

  private static void attribute(byte[] pair, Map<String, String> all) {
    Map<Integer, byte[]> one = new HashMap<>();
    fields(pair, one::put);
    within(
        one.get(2),
        1,
        text ->
            all.put(
                new String(one.get(1), StandardCharsets.UTF_8),
                new String(text, StandardCharsets.UTF_8)));
  }

  private static String hex(byte[] message, int field) {
    var found = new StringBuilder();
    within(message, field, bytes -> found.append(HexFormat.of().formatHex(bytes)));
    return found.toString();
  }

  /** Those with bytes; numbers are passed over. */
  private static void fields(byte[] message, BiConsumer<Integer, byte[]> each) {
    var in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      int tag = (int) number(in);
      switch (tag & 7) {
        case 0 -> number(in);
        case 1 -> in.getLong();
        case 5 -> in.getInt();
        default -> {
          byte[] bytes = new byte[(int) number(in)];
          in.get(bytes);
          each.accept(tag >> 3, bytes);
        }
      }
    }
  }

  private static long number(ByteBuffer in) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      value |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
