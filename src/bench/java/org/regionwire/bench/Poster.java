package org.regionwire.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Posts one item at a time, and asks for a feed until it is there. */
final class Poster implements AutoCloseable {
  private static final Request FEED = Request.get("/feeds/all.atom");
  private static final long MOST_NANOS = 10_000_000_000L;
  private static final long BETWEEN_LOOKS_NANOS = 300_000;

  private final Wire wire;
  private final Http posting;
  private final Http reading;
  private final List<byte[]> samples = Samples.submissions(PostRow.REQUESTS);
  private final List<Double> answers = new ArrayList<>();
  private int turn;
  private String etag = "";

  Poster(Wire wire) throws IOException {
    this(wire, wire);
  }

  /**
   * @param read whose feed is looked at
   */
  Poster(Wire wire, Wire read) throws IOException {
    this.wire = wire;
    this.posting = new Http(wire.port());
    this.reading = new Http(read.port());
  }

  /** Milliseconds from the first byte of the request to the feed with the item in it. */
  double millisToFeed() throws IOException {
    var post = wire.post(samples.get(turn++ % samples.size()));
    long start = System.nanoTime();
    var receipt = posting.ask(post);
    if (receipt.status() != 202) {
      throw new IOException("POST /items answers " + receipt.status() + ": " + receipt.text());
    }
    answers.add((System.nanoTime() - start) / 1e6);
    String location = receipt.header("Location").orElseThrow();
    String id = location.substring(location.lastIndexOf('/') + 1);
    while (!shows(id)) {
      if (System.nanoTime() - start > MOST_NANOS) {
        throw new IOException(id + " is in no feed after 10 s");
      }
      // A reader that never rests takes both cores, and the wire is not idle.
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private boolean shows(String id) throws IOException {
    var feed = reading.ask(FEED.with("If-None-Match", etag));
    if (feed.status() != 200) {
      return false;
    }
    etag = feed.header("ETag").orElse("");
    return new String(feed.body(), StandardCharsets.ISO_8859_1).contains(id);
  }

  double[] millisToFeed(int times) throws IOException {
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      millis[i] = millisToFeed();
    }
    return millis;
  }

  /** Milliseconds of the last POSTs until their answers came. */
  List<Double> answers(int last) {
    return answers.subList(answers.size() - last, answers.size());
  }

  @Override
  public void close() throws IOException {
    posting.close();
    reading.close();
  }
}
