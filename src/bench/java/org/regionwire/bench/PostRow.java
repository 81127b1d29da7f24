package org.regionwire.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Submissions accepted a second, against raw sends to the broker. */
final class PostRow implements Row {
  static final int CONNECTIONS = 16;
  static final int REQUESTS = 64;

  private static final Duration WARM = Duration.ofSeconds(10);
  private static final Duration ROUND = Duration.ofSeconds(4);
  private static final Duration DRAIN = Duration.ofSeconds(20);
  private static final int ROUNDS = 4;

  @Override
  public List<Line> measure(Site site) throws Exception {
    Path idle = site.routesWithout("archive");
    var load = Load.best(site);
    try (var raw = Raw.start(site.home("raw"));
        var off = Wire.start(site, site.home("off"), "-Dregionwire.routes=file:" + idle);
        var on = Wire.start(site, site.home("on"))) {
      var yardstick = new Side("raw", () -> raw.run(ROUND));
      var consumersOff = new Side("consumers off", () -> accepted(load, off, ROUND));
      var everythingOn = new Side("everything on", () -> acceptedAndStored(load, on));
      raw.run(WARM);
      accepted(load, off, WARM);
      accepted(load, on, WARM);
      settle(on);
      for (int round = 0; round < ROUNDS; round++) {
        consumersOff.measure(yardstick);
        everythingOn.measure(yardstick);
      }
      return List.of(
          yardstick.line("raw durable sends, 16 producers", ""),
          consumersOff.line("POST /items, 16 connections, consumers off ÷ raw", "≥ 0.60"),
          everythingOn.line("POST /items, 16 connections, everything on ÷ raw", "≥ 0.45"));
    }
  }

  private static double accepted(Load load, Wire wire, Duration time) throws Exception {
    var outcome = load.run(wire.port(), wire.posts(REQUESTS), CONNECTIONS, time);
    if (outcome.failed() > 0) {
      System.out.println("POST /items: " + outcome.failed() + " not accepted");
    }
    return outcome.perSecond();
  }

  /** What was not stored in time does not disturb the next round. */
  private static double acceptedAndStored(Load load, Wire wire) throws Exception {
    double accepted = accepted(load, wire, ROUND);
    settle(wire);
    return accepted;
  }

  /** Waits for the archive. */
  private static void settle(Wire wire) throws Exception {
    new ArchiveFile(wire.home()).secondsUntil(1, postOne(wire), DRAIN);
  }

  /** Its id. The queue keeps the order, so when it is stored all before it are. */
  static String postOne(Wire wire) throws Exception {
    try (var http = new Http(wire.port())) {
      var last = http.ask(wire.post(Samples.submissions(1).get(0)));
      String location = last.header("Location").orElseThrow();
      return location.substring(location.lastIndexOf('/') + 1);
    }
  }
}
