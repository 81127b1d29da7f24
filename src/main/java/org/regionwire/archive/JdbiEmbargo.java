package org.regionwire.archive;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;

/**
 * What waits for its time: of each item what was sent last. Nothing that readers see looks here.
 */
public final class JdbiEmbargo {
  private static final int BATCH = 256;

  private final Database database;
  private final ItemJson json;

  public JdbiEmbargo(Database database, ItemJson json) {
    this.database = database;
    this.json = json;
  }

  /** In the transaction that decides about them. */
  static void hold(Handle handle, ItemJson json, List<EnrichedItem> waiting) {
    var batch =
        handle.prepareBatch(
            """
            insert into embargo (item_id, due, key, document) values (?, ?, ?, ?)
            on conflict (item_id) do update set
              due = excluded.due, key = excluded.key, document = excluded.document""");
    // PostgreSQL takes a row once in a statement, and the driver makes one of the batch
    var last = new LinkedHashMap<ItemId, EnrichedItem>();
    waiting.forEach(enriched -> last.put(enriched.item().id(), enriched));
    for (var enriched : last.values()) {
      var item = enriched.item();
      batch.add(
          item.id().value(),
          item.publishAt().map(JdbiEmbargo::dueMillis).orElseThrow(),
          item.origin().key(),
          json.write(enriched));
    }
    batch.execute();
  }

  /** Never a part of a millisecond too early. */
  private static long dueMillis(Instant publishAt) {
    return publishAt.plusNanos(999_999).toEpochMilli();
  }

  /** Those whose time has come, the longest due first; not all of them if they are many. */
  public List<EnrichedItem> due(Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select document from embargo where due <= :now order by due limit :most")
                .bind("now", now.toEpochMilli())
                .bind("most", BATCH)
                .mapTo(String.class)
                .map(json::readEnriched)
                .list());
  }

  /** To be called when they are archived and announced; until then they are due again. */
  public void release(List<EnrichedItem> published) {
    database.<Integer>write(
        handle -> {
          var batch = handle.prepareBatch("delete from embargo where item_id = ? and key = ?");
          published.forEach(one -> batch.add(one.item().id().value(), one.item().origin().key()));
          return batch.execute().length;
        });
  }

  /** Those to come, the soonest first. */
  public List<EnrichedItem> waiting(int most) {
    return database.read(
        handle ->
            handle
                .createQuery("select document from embargo order by due limit :most")
                .bind("most", most)
                .mapTo(String.class)
                .map(json::readEnriched)
                .list());
  }

  public Optional<EnrichedItem> find(ItemId id) {
    return find("item_id", id.value());
  }

  public Optional<EnrichedItem> findByKey(String key) {
    return find("key", key);
  }

  private Optional<EnrichedItem> find(String column, String value) {
    return database.read(
        handle ->
            handle
                .createQuery("select document from embargo where " + column + " = ?")
                .bind(0, value)
                .mapTo(String.class)
                .map(json::readEnriched)
                .findFirst());
  }
}
