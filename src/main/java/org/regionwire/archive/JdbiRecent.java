package org.regionwire.archive;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.regionwire.archive.JdbiSelections.Row;
import org.regionwire.archive.JdbiSelections.Window;
import org.regionwire.news.Selection;

/**
 * The end of a selection, nearly always by one walk. Only where more is withdrawn or has expired
 * than stands, a second and a third look for what the first did not reach.
 */
final class JdbiRecent {
  private final Handle handle;
  private final boolean sqlite;
  private final JdbiRevisions revisions;

  JdbiRecent(Handle handle, boolean sqlite, JdbiRevisions revisions) {
    this.handle = handle;
    this.sqlite = sqlite;
    this.revisions = revisions;
  }

  Recent read(Selection selection, int limit, Instant now) {
    int reach = 2 * limit + 1;
    var walked = selections(selection, Window.EVER).rows(handle, reach);
    var fresh = walked.stream().filter(row -> isFresh(row, now)).toList();
    var standing = sequences(fresh.stream().filter(Row::standing), limit);
    boolean deepEnough = walked.size() < reach || standing.size() == limit;
    if (!deepEnough) {
      standing = selections(selection, Window.LATEST).sequences(handle, limit, now);
    }
    var items = revisions.load(handle, standing);
    long oldest = items.size() < limit ? 1 : items.get(limit - 1).firstSequence();
    var withdrawn =
        deepEnough
            ? sequences(fresh.stream().filter(row -> isGoneSince(row, oldest)), limit)
            : selections(selection, Window.withdrawn(oldest)).sequences(handle, limit, now);
    return new Recent(
        items, revisions.load(handle, withdrawn), walked.stream().map(Row::firstSequence).toList());
  }

  private JdbiSelections selections(Selection selection, Window window) {
    return new JdbiSelections(selection, window, sqlite);
  }

  private static List<Long> sequences(Stream<Row> rows, int limit) {
    return rows.map(Row::sequence).limit(limit).toList();
  }

  private static boolean isGoneSince(Row row, long oldest) {
    return !row.standing() && row.firstSequence() >= oldest;
  }

  private static boolean isFresh(Row row, Instant now) {
    return row.expires().isEmpty() || row.expires().getAsLong() > now.toEpochMilli();
  }
}
