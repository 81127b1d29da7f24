package org.regionwire.archive;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.regionwire.archive.Additions.Answered;
import org.regionwire.archive.Additions.Change;
import org.regionwire.news.LanguageRanges;
import org.regionwire.news.Point;
import org.regionwire.news.PublishedItem;

/** Writes what a batch changes: a statement a table, whatever the size of the batch. */
final class JdbiAdditions {
  private final Handle handle;
  private final boolean sqlite;

  JdbiAdditions(Handle handle, boolean sqlite) {
    this.handle = handle;
    this.sqlite = sqlite;
  }

  /**
   * Makes other writers wait until this transaction ends, so that sequences rise in the order of
   * commits.
   *
   * @return the last sequence
   */
  static long lock(Handle handle) {
    return handle
        .createQuery(
            "update archive_state set last_sequence = last_sequence returning last_sequence")
        .mapTo(Long.class)
        .one();
  }

  void write(Additions additions, List<Document> documents) {
    insertRevisions(documents);
    derive(additions.changes());
    insertSubmissions(additions.answered());
    handle.execute(
        "update archive_state set last_sequence = ?, searchable = ?, items = items + ?",
        additions.lastSequence(),
        additions.lastSequence(),
        additions.newItems());
  }

  /** What follows from the revisions: {@link JdbiRebuild#DERIVED}. */
  private void derive(List<Change> changes) {
    upsertItems(changes);
    replace("item_region", "region", JdbiAdditions::regions, changes);
    replace("item_topic", "topic", item -> item.item().topics(), changes);
    withdraw(changes);
    replace("item_language", "language", JdbiAdditions::languages, changes);
    new JdbiWords(handle, sqlite).write(changes.stream().map(Change::after).toList());
  }

  /** Of items that nothing is derived from yet, in their present state. */
  void deriveAnew(List<PublishedItem> items) {
    derive(items.stream().map(item -> new Change(Optional.empty(), item)).toList());
  }

  /** What it is about, and what it only mentions under a name of its own. */
  private static List<String> regions(PublishedItem item) {
    var enriched = item.enriched();
    return Stream.concat(
            enriched.regionSlugs().stream(),
            enriched.mentionedSlugs().stream().map(slug -> JdbiSelections.MENTIONED + slug))
        .toList();
  }

  private void insertRevisions(List<Document> documents) {
    var batch =
        handle.prepareBatch(
            "insert into revision (sequence, item_id, revision, document) values (?, ?, ?, ?)");
    for (var document : documents) {
      var item = document.item();
      batch.add(item.sequence(), item.id().value(), item.revision(), document.text());
    }
    batch.execute();
  }

  private void upsertItems(List<Change> changes) {
    var batch =
        handle.prepareBatch(
            """
            insert into item
              (id, sequence, first_sequence, revision, kind, published, updated, expires, starts,
               ends, lat, lon)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
              sequence = excluded.sequence, revision = excluded.revision, kind = excluded.kind,
              updated = excluded.updated, expires = excluded.expires, starts = excluded.starts,
              ends = excluded.ends, lat = excluded.lat, lon = excluded.lon
            where excluded.revision > item.revision""");
    for (var change : changes) {
      var item = change.after();
      batch.add(
          item.id().value(),
          item.sequence(),
          item.firstSequence(),
          item.revision(),
          kind(item),
          item.published().toEpochMilli(),
          item.updated().toEpochMilli(),
          expires(item),
          item.event().map(event -> event.start().date().toString()),
          item.event().map(event -> event.lastDay().toString()),
          item.enriched().point().map(Point::lat),
          item.enriched().point().map(Point::lon));
    }
    batch.execute();
  }

  /** What is said twice of one item counts once. */
  private void replace(
      String table,
      String column,
      Function<PublishedItem, List<String>> slugs,
      List<Change> changes) {
    var delete =
        handle.prepareBatch(
            "delete from "
                + table
                + " where "
                + column
                + " = ? and kind = ? and first_sequence = ?");
    var insert =
        handle.prepareBatch(
            "insert into "
                + table
                + " ("
                + column
                + ", kind, first_sequence, sequence, expires) values (?, ?, ?, ?, ?)");
    for (var change : changes) {
      change
          .before()
          .ifPresent(
              item ->
                  slugs
                      .apply(item)
                      .forEach(slug -> delete.add(slug, kind(item), item.firstSequence())));
      var item = change.after();
      slugs.apply(item).stream()
          .distinct()
          .forEach(
              slug ->
                  insert.add(
                      slug, kind(item), item.firstSequence(), item.sequence(), expires(item)));
    }
    delete.execute();
    insert.execute();
  }

  /** Says which of the changed items are withdrawn now, and which are no longer. */
  private void withdraw(List<Change> changes) {
    var delete = handle.prepareBatch("delete from withdrawal where first_sequence = ?");
    var insert =
        handle.prepareBatch("insert into withdrawal (first_sequence, sequence) values (?, ?)");
    for (var change : changes) {
      change
          .before()
          .filter(PublishedItem::withdrawn)
          .ifPresent(item -> delete.add(item.firstSequence()));
      if (change.after().withdrawn()) {
        insert.add(change.after().firstSequence(), change.after().sequence());
      }
    }
    delete.execute();
    insert.execute();
  }

  /** Of items that have none yet; one that has some, from an earlier revision, is no harm. */
  void insertLanguages(List<PublishedItem> items) {
    replace(
        "item_language",
        "language",
        JdbiAdditions::languages,
        items.stream().map(item -> new Change(Optional.of(item), item)).toList());
  }

  private static List<String> languages(PublishedItem item) {
    return item.item().language().map(LanguageRanges::of).orElse(List.of());
  }

  private void insertSubmissions(List<Answered> answered) {
    var batch =
        handle.prepareBatch(
            "insert into submission (key, body_hash, item_id, sequence, received, outcome)"
                + " values (?, ?, ?, ?, ?, ?)");
    for (var submission : answered) {
      var origin = submission.origin();
      batch.add(
          origin.key(),
          origin.bodyHash(),
          submission.by().id().value(),
          submission.by().sequence(),
          origin.received().toEpochMilli(),
          submission.outcome().name().toLowerCase(Locale.ROOT));
    }
    batch.execute();
  }

  private static String kind(PublishedItem item) {
    return item.kind().word();
  }

  private static Optional<Long> expires(PublishedItem item) {
    return item.item().expires().map(Instant::toEpochMilli);
  }
}
