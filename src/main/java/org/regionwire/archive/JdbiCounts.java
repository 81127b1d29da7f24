package org.regionwire.archive;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * How many items regions have. Goes from region to region in the index, and looks only at the
 * newest items of each, so that it costs the same in a large archive as in a small one.
 */
final class JdbiCounts {
  /** Of so many newest items, those that are too old are left out. */
  private static final int NEWEST = 5_000;

  private static final String FIRST =
      """
      select coalesce(min(first_sequence), 9223372036854775807)
      from (select first_sequence, published from item order by first_sequence desc limit :newest) n
      where published >= :since""";

  private static final String COUNTS =
      """
      with recursive step (region) as (
        select min(region) from item_region
        union all
        select (select min(later.region) from item_region later where later.region > step.region)
        from step where step.region is not null)
      select step.region as region,
        (select count(*) from item_region recent
         where recent.region = step.region and recent.kind in ('news', 'event')
         and recent.first_sequence >= :first
         and (recent.expires is null or recent.expires > :now)
         and not exists (
           select 1 from withdrawal w where w.first_sequence = recent.first_sequence)) as items
      from step where step.region not like '~%'""";

  private JdbiCounts() {}

  static Map<String, Integer> byRegion(Handle handle, Instant since, Instant now) {
    long first =
        handle
            .createQuery(FIRST)
            .bind("newest", NEWEST)
            .bind("since", since.toEpochMilli())
            .mapTo(Long.class)
            .one();
    return handle
        .createQuery(COUNTS)
        .bind("first", first)
        .bind("now", now.toEpochMilli())
        .reduceRows(
            new HashMap<String, Integer>(),
            (counts, row) -> {
              counts.put(
                  row.getColumn("region", String.class), row.getColumn("items", Integer.class));
              return counts;
            });
  }
}
