package org.regionwire.digest.books;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.regionwire.digest.Doubt;
import org.regionwire.digest.RunState;

/** The ledger as an operator looks at it. */
public final class JdbiRuns {
  private final Handle handle;

  JdbiRuns(Handle handle) {
    this.handle = handle;
  }

  private record Row(String run, String state, long count, long unsure, long last) {}

  /** The latest first. */
  public List<RunState> since(Instant since) {
    return states("run >= :run", since.toString());
  }

  public Optional<RunState> named(String run) {
    return states("run = :run", run).stream().findFirst();
  }

  private List<RunState> states(String which, String run) {
    Map<String, List<Row>> runs = new TreeMap<>(Comparator.reverseOrder());
    handle
        .createQuery(
            "select run, state, count(*), sum(unsure), max(settled_at) from letter"
                + " where run <> '' and "
                + which
                + " group by run, state")
        .bind("run", run)
        .map(
            (row, context) ->
                new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5)))
        .forEach(row -> runs.computeIfAbsent(row.run(), name -> new ArrayList<>()).add(row));
    return runs.entrySet().stream().map(one -> state(one.getKey(), one.getValue())).toList();
  }

  private static RunState state(String run, List<Row> rows) {
    Map<String, Long> letters = new HashMap<>();
    rows.forEach(row -> letters.put(row.state(), row.count()));
    long unsure = rows.stream().mapToLong(Row::unsure).sum();
    long last = rows.stream().mapToLong(Row::last).max().orElse(0);
    return new RunState(run, letters, unsure, Instant.ofEpochMilli(last));
  }

  public boolean has(String run) {
    return handle
        .createQuery("select 1 from letter where run <> '' and run = :run limit 1")
        .bind("run", run)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Letters of a run that were settled after {@code since} and until {@code now}. */
  public long settled(String run, Instant since, Instant now) {
    return handle
        .createQuery(
            "select count(*) from letter where settled_at > :since and settled_at <= :now"
                + " and run = :run")
        .bind("since", since.toEpochMilli())
        .bind("now", now.toEpochMilli())
        .bind("run", run)
        .mapTo(Long.class)
        .one();
  }

  /** Letters that a server took in {@code [from, until)}. */
  public long accepted(Instant from, Instant until) {
    return handle
        .createQuery(
            "select count(*) from letter where settled_at >= :from and settled_at < :until"
                + " and state = 'accepted'")
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  /** Letters that could have been sent since then, and are not settled. */
  public long waitingSince(Instant since) {
    return handle
        .createQuery(
            "select count(*) from letter where settled_at = 0 and not_before <= :since"
                + " and planned_at <= :since")
        .bind("since", since.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  public long uncertain() {
    return handle
        .createQuery("select count(*) from letter where state = 'uncertain' and settled_at = 0")
        .mapTo(Long.class)
        .one();
  }

  public List<Doubt> uncertain(int most) {
    return handle
        .createQuery(
            "select id, run, destination, tries, not_before, reply from letter"
                + " where state = 'uncertain' and settled_at = 0 order by planned_at, id limit :most")
        .bind("most", most)
        .map(
            (row, context) ->
                new Doubt(
                    row.getString("id"),
                    row.getString("run"),
                    row.getString("destination"),
                    row.getInt("tries"),
                    Instant.ofEpochMilli(row.getLong("not_before")),
                    row.getString("reply")))
        .list();
  }
}
