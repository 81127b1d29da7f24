package org.regionwire.archive;

import org.jdbi.v3.core.Handle;

/**
 * Makes items findable by language and words that were archived before there were such tables, a
 * batch in a transaction, so that it can be broken off and taken up again. Where all that is
 * derived is missing, it is made anew.
 */
final class JdbiCatchUp {
  private static final int BATCH = 500;

  private final Database database;
  private final ItemJson json;

  JdbiCatchUp(Database database, ItemJson json) {
    this.database = database;
    this.json = json;
  }

  void run() {
    if (new JdbiRebuild(database, json).isWanted()) {
      new JdbiRebuild(database, json).run(done -> {});
    }
    while (behind() && database.<Boolean>write(this::next)) {
      // until nothing is left
    }
  }

  private boolean behind() {
    return database.<Boolean>read(
        handle ->
            handle
                .createQuery("select searchable < last_sequence from archive_state")
                .mapTo(Boolean.class)
                .one());
  }

  /** Whether there was anything. */
  private boolean next(Handle handle) {
    long last = JdbiAdditions.lock(handle);
    var items =
        handle
            .createQuery(
                "select document from revision join item using (sequence)"
                    + " where sequence > (select searchable from archive_state)"
                    + " order by sequence limit :batch")
            .bind("batch", BATCH)
            .mapTo(String.class)
            .map(json::readPublished)
            .list();
    new JdbiWords(handle, database.isSqlite()).write(items);
    new JdbiAdditions(handle, database.isSqlite()).insertLanguages(items);
    long upTo = items.isEmpty() ? last : items.get(items.size() - 1).sequence();
    handle.execute("update archive_state set searchable = ?", upTo);
    return !items.isEmpty();
  }
}
