package org.regionwire.archive;

import java.util.List;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.regionwire.news.PublishedItem;

/**
 * Makes everything anew that follows from the revisions: the present state of items, and what
 * selections find them by. Feeds and pages are a function of it, and are kept nowhere. In one
 * transaction: who reads sees what was there before until it is done, and a process that dies has
 * changed nothing.
 */
public final class JdbiRebuild {
  /** What follows from the revisions, in an order in which it can be emptied. */
  public static final List<String> DERIVED =
      List.of("item_region", "item_topic", "item_language", "item_words", "withdrawal", "item");

  private static final int BATCH = 500;

  /** In place of the sequence up to which items can be found, until the rebuild is done. */
  private static final int WANTED = -1;

  private final Database database;
  private final ItemJson json;

  public JdbiRebuild(Database database, ItemJson json) {
    this.database = database;
    this.json = json;
  }

  /** Has it done before the archive is used the next time, in the transaction of {@code handle}. */
  public static void want(Handle handle) {
    handle.execute("update archive_state set searchable = ?", WANTED);
  }

  boolean isWanted() {
    return database.<Boolean>read(
        handle ->
            handle
                .createQuery("select searchable = :wanted from archive_state")
                .bind("wanted", WANTED)
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Waits for who writes, and makes others wait.
   *
   * @param progress told how many items are done
   * @return how many items there are
   */
  public long run(LongConsumer progress) {
    return database.<Long>write(handle -> run(handle, progress));
  }

  private long run(Handle handle, LongConsumer progress) {
    long last = JdbiAdditions.lock(handle);
    for (String table : DERIVED) {
      handle.execute("delete from " + table);
    }
    long items = 0;
    long after = 0;
    for (var batch = next(handle, after); !batch.isEmpty(); batch = next(handle, after)) {
      new JdbiAdditions(handle, database.isSqlite()).deriveAnew(batch);
      items += batch.size();
      after = batch.get(batch.size() - 1).sequence();
      progress.accept(items);
    }
    handle.execute("update archive_state set searchable = ?, items = ?", last, items);
    return items;
  }

  /** The last revisions of items. */
  private List<PublishedItem> next(Handle handle, long after) {
    return handle
        .createQuery(
            """
            select document from revision where sequence > :after and not exists (
              select 1 from revision later
              where later.item_id = revision.item_id and later.revision > revision.revision)
            order by sequence limit :batch""")
        .bind("after", after)
        .bind("batch", BATCH)
        .mapTo(String.class)
        .map(json::readPublished)
        .list();
  }
}
