package org.regionwire.digest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The tables that say which items, in which revisions, a person got. */
final class JdbiEditions {
  private static final int PARAMETERS = 5000;

  private final Handle handle;

  JdbiEditions(Handle handle) {
    this.handle = handle;
  }

  /** That these letters, which go out now, show this. */
  void record(Map<String, Edition> byLetter) {
    for (var edition : Set.copyOf(byLetter.values())) {
      keep(edition);
    }
    var batch =
        handle.prepareBatch(
            "insert into sent (letter, edition) values (:letter, :edition) on conflict do nothing");
    byLetter.forEach(
        (letter, edition) -> batch.bind("letter", letter).bind("edition", edition.id()).add());
    if (!byLetter.isEmpty()) {
      batch.execute();
    }
  }

  private void keep(Edition edition) {
    int known =
        handle
            .createQuery("select count(*) from edition_item where edition = ?")
            .bind(0, edition.id())
            .mapTo(Integer.class)
            .one();
    if (known > 0 || edition.items().isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            "insert into edition_item (edition, first_sequence, sequence)"
                + " values (:edition, :first, :sequence) on conflict do nothing");
    edition
        .items()
        .forEach(
            (first, sequence) ->
                batch
                    .bind("edition", edition.id())
                    .bind("first", first)
                    .bind("sequence", sequence)
                    .add());
    batch.execute();
  }

  /** That these letters surely did not go out with this. */
  void forget(Map<String, Edition> byLetter) {
    byLetter.forEach(
        (letter, edition) ->
            handle.execute(
                "delete from sent where letter = ? and edition = ?", letter, edition.id()));
  }

  /**
   * By person: which of these items they got, by first sequence, each with its last revision.
   *
   * @param except the ids of letters that do not count
   */
  Map<String, Map<Long, Long>> got(
      Collection<String> subscribers, Collection<Long> items, Collection<String> except) {
    record Row(String subscriber, long first, long sequence) {}
    if (subscribers.isEmpty() || items.isEmpty()) {
      return Map.of();
    }
    List<Row> rows = new ArrayList<>();
    for (var some : chunks(List.copyOf(items))) {
      handle
          .createQuery(
              "select l.subscriber, i.first_sequence, max(i.sequence) from letter l"
                  + " join sent s on s.letter = l.id join edition_item i on i.edition = s.edition"
                  + " where l.subscriber in (<people>) and i.first_sequence in (<items>)"
                  + " and l.id not in (<except>) group by l.subscriber, i.first_sequence")
          .bindList("people", List.copyOf(subscribers))
          .bindList("items", some)
          .bindList("except", except.isEmpty() ? List.of("") : List.copyOf(except))
          .map((row, context) -> new Row(row.getString(1), row.getLong(2), row.getLong(3)))
          .forEach(rows::add);
    }
    return rows.stream()
        .collect(groupingBy(Row::subscriber, toMap(Row::first, Row::sequence, Math::max)));
  }

  /** Everyone who got the item. */
  List<String> peopleWith(long firstSequence) {
    return handle
        .createQuery(
            "select distinct l.subscriber from edition_item i join sent s on s.edition = i.edition"
                + " join letter l on l.id = s.letter where i.first_sequence = ?")
        .bind(0, firstSequence)
        .mapTo(String.class)
        .list();
  }

  /** Those that no letter has. */
  void eraseForgotten() {
    handle.execute(
        "delete from edition_item where not exists"
            + " (select 1 from sent where sent.edition = edition_item.edition)");
  }

  private static List<List<Long>> chunks(List<Long> all) {
    List<List<Long>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PARAMETERS) {
      chunks.add(all.subList(from, Math.min(all.size(), from + PARAMETERS)));
    }
    return chunks;
  }
}
