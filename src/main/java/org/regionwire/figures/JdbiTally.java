package org.regionwire.figures;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The table of what was counted. */
final class JdbiTally {
  private final Handle handle;

  JdbiTally(Handle handle) {
    this.handle = handle;
  }

  /**
   * @param amounts sorted, so that two nodes lock rows in one order
   */
  void add(SortedMap<Tally.Row, Long> amounts) {
    var batch =
        handle.prepareBatch(
            "insert into tally (what, hour, amount) values (?, ?, ?) on conflict (what, hour)"
                + " do update set amount = tally.amount + excluded.amount");
    amounts.forEach((row, amount) -> batch.add(row.what(), row.hour().toEpochMilli(), amount));
    batch.execute();
  }

  /** By hour, then by what was counted. */
  NavigableMap<Instant, SortedMap<String, Long>> since(Instant since) {
    return handle
        .createQuery("select what, hour, amount from tally where hour >= :since")
        .bind("since", since.toEpochMilli())
        .reduceRows(
            new TreeMap<Instant, SortedMap<String, Long>>(),
            (hours, row) -> {
              var hour = Instant.ofEpochMilli(row.getColumn("hour", Long.class));
              hours
                  .computeIfAbsent(hour, newOne -> new TreeMap<>())
                  .put(row.getColumn("what", String.class), row.getColumn("amount", Long.class));
              return hours;
            });
  }

  void forgetBefore(Instant time) {
    handle.execute("delete from tally where hour < ?", time.toEpochMilli());
  }
}
