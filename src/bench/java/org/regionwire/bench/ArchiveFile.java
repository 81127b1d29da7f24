package org.regionwire.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Origin;

/** The archive of a wire, looked at, or filled, from beside it. */
final class ArchiveFile {
  private static final int BATCH = 1_000;

  private final Path file;

  ArchiveFile(Path home) {
    this.file = home.resolve("regionwire.db");
  }

  long count() throws SQLException {
    return number("select items from archive_state");
  }

  /** Seconds until it holds so many, and this one; NaN when it takes longer than {@code most}. */
  double secondsUntil(long items, String id, Duration most) throws SQLException {
    if (!ItemId.isOne(id)) {
      throw new IllegalArgumentException(id);
    }
    long start = System.nanoTime();
    while (System.nanoTime() - start < most.toNanos()) {
      boolean has = number("select count(*) from item where id = '" + id + "'") == 1;
      if (has && count() >= items) {
        return (System.nanoTime() - start) / 1e9;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return Double.NaN;
  }

  private long number(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var result = connection.createStatement().executeQuery(query)) {
      return result.getLong(1);
    }
  }

  /** To be called while no wire runs on it. */
  void fill(int items) {
    var samples = Samples.enriched(200);
    try (var database = Database.open("sqlite:" + file)) {
      var archive = new JdbiArchive(database, Clock.systemUTC(), new ItemJson());
      for (int stored = 0; stored < items; ) {
        var batch = batch(samples, stored, Math.min(items, stored + BATCH));
        archive.add(batch);
        stored += batch.size();
      }
    }
  }

  private static List<EnrichedItem> batch(List<EnrichedItem> samples, int from, int to) {
    var batch = new ArrayList<EnrichedItem>();
    for (int i = from; i < to; i++) {
      var sample = samples.get(i % samples.size());
      batch.add(
          new EnrichedItem(
              numbered(sample.item(), "bench " + i),
              sample.regions(),
              sample.when(),
              sample.point()));
    }
    return batch;
  }

  private static NewsItem numbered(NewsItem of, String key) {
    var origin =
        new Origin(of.origin().sender(), key, key, of.origin().received(), Optional.empty());
    return of.from(ItemId.derivedFrom(key), origin);
  }
}
