package org.regionwire.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A feed of 50 items handed out, and 304s, against nginx with the same bytes. */
final class DeliveryRow implements Row {
  private static final int CONNECTIONS = 32;
  private static final int ITEMS = 50;
  private static final Duration WARM = Duration.ofSeconds(15);
  private static final Duration ROUND = Duration.ofSeconds(4);
  private static final int ROUNDS = 4;
  private static final Request FEED =
      Request.get("/feeds/all.atom").with("Accept-Encoding", "gzip");

  @Override
  public List<Line> measure(Site site) throws Exception {
    var program = Site.program("nginx");
    if (program.isEmpty()) {
      return List.of(Line.notMeasured("GET of a 50-item feed ÷ nginx", "nginx is not installed"));
    }
    var load = Load.best(site);
    try (var wire = Wire.start(site, site.home("delivery"))) {
      var feed = filled(wire);
      try (var nginx =
          Nginx.start(program.get(), site.home("nginx"), FEED.path(), unzipped(feed), feed)) {
        same(wire, nginx);
        var lines = new ArrayList<Line>();
        lines.addAll(
            compare(load, wire, nginx, FEED, FEED, "GET of a 50-item feed, gzip", "≥ 1.0"));
        Request ours = FEED.with("If-None-Match", etag(wire.port()));
        Request theirs = FEED.with("If-None-Match", etag(nginx.port()));
        lines.addAll(compare(load, wire, nginx, ours, theirs, "304 of the same feed", "≥ 0.75"));
        return lines;
      }
    }
  }

  private static byte[] filled(Wire wire) throws Exception {
    try (var poster = new Poster(wire);
        var http = new Http(wire.port())) {
      poster.millisToFeed(ITEMS);
      return http.ask(FEED).body();
    }
  }

  private static byte[] unzipped(byte[] gzip) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
  }

  private static String etag(int port) throws IOException {
    try (var http = new Http(port)) {
      return http.ask(FEED).header("ETag").orElseThrow();
    }
  }

  private static void same(Wire wire, Nginx nginx) throws IOException {
    try (var ours = new Http(wire.port());
        var theirs = new Http(nginx.port())) {
      var one = ours.ask(FEED);
      var other = theirs.ask(FEED);
      if (!Arrays.equals(one.body(), other.body())
          || !one.header("Content-Encoding").equals(other.header("Content-Encoding"))) {
        throw new IOException("nginx hands out other bytes");
      }
      System.out.println("  " + one.body().length + " bytes, gzip");
    }
  }

  private static List<Line> compare(
      Load load, Wire wire, Nginx nginx, Request ours, Request theirs, String what, String aim)
      throws Exception {
    var yardstick = new Side("nginx", () -> rate(load, nginx.port(), theirs, ROUND));
    var side = new Side("wire", () -> rate(load, wire.port(), ours, ROUND));
    rate(load, nginx.port(), theirs, Duration.ofSeconds(1));
    rate(load, wire.port(), ours, WARM);
    for (int round = 0; round < ROUNDS; round++) {
      side.measure(yardstick);
    }
    return List.of(
        yardstick.line("nginx: " + what, ""),
        side.line(what + ", 32 connections ÷ nginx", aim, cost(load, wire, ours)));
  }

  private static String cost(Load load, Wire wire, Request request) throws Exception {
    Duration before = wire.processorTime();
    double answered = rate(load, wire.port(), request, ROUND) * ROUND.toSeconds();
    double micros = wire.processorTime().minus(before).toNanos() / 1_000.0 / answered;
    return ", " + Figures.rounded(micros) + " µs of processor each";
  }

  static double rate(Load load, int port, Request request, Duration time) throws Exception {
    var outcome = load.run(port, List.of(request), CONNECTIONS, time);
    if (outcome.failed() > 0) {
      System.out.println("  " + request.path() + ": " + outcome.failed() + " failed");
    }
    return outcome.perSecond();
  }
}
