package org.regionwire.bench;

import java.time.Duration;
import java.util.List;

/**
 * Submissions accepted a second, against raw sends to the broker, which nobody consumes. What raw
 * sends make when a consumer drains the queue meanwhile is told beside it.
 */
final class PostRow implements Row {
  static final int CONNECTIONS = 16;
  static final int REQUESTS = 64;

  private static final Duration DRAIN = Duration.ofSeconds(20);
  private static final int WARM_ROUNDS = 4;
  private static final int ROUNDS = 4;

  @Override
  public List<Line> measure(Site site) throws Exception {
    String idle = "-Dregionwire.routes=file:" + site.routesWithout("archive");
    var load = Load.best(site);
    try (var sends = Raw.start(site.home("raw"), Raw.Queue.KEEP);
        var drained = Raw.start(site.home("drained"), Raw.Queue.DRAIN);
        var off = new Posting(load, Wire.start(site, site.home("off"), idle));
        var on = new Posting(load, Wire.start(site, site.home("on")))) {
      for (int round = 0; round < WARM_ROUNDS; round++) {
        sends.run(Posting.ROUND);
        drained.run(Posting.ROUND);
      }
      off.warm();
      on.warm();
      settle(on.wire());
      var raw = new Side("raw", () -> sends.run(Posting.ROUND));
      var rawDrained = new Side("raw, drained", () -> drained.run(Posting.ROUND));
      var consumersOff = new Side("consumers off", off::perSecond);
      var everythingOn = new Side("everything on", () -> stored(on));
      for (int round = 0; round < ROUNDS; round++) {
        consumersOff.measure(raw);
        rawDrained.measure(raw);
        everythingOn.measure(raw);
      }
      return List.of(
          raw.line("raw durable sends, 16 producers", ""),
          rawDrained.line("raw durable sends while a consumer drains the queue ÷ raw", ""),
          consumersOff.line(
              "POST /items, 16 connections, consumers off ÷ raw", "≥ 0.60", off.cost()),
          everythingOn.line(
              "POST /items, 16 connections, everything on ÷ raw", "≥ 0.45", on.cost()));
    }
  }

  /** What is not stored in time must not disturb the next round. */
  private static double stored(Posting posting) throws Exception {
    double accepted = posting.perSecond();
    settle(posting.wire());
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
