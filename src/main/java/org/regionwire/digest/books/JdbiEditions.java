package org.regionwire.digest.books;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regionwire.digest.Edition;

/** The tables that say which items, in which revisions, a person got. */
public final class JdbiEditions {
  private static final int PARAMETERS = 5000;

  private final Handle handle;

  JdbiEditions(Handle handle) {
    this.handle = handle;
  }

  /** That these letters, which go out now, show this. */
  public void record(Map<String, Edition> byLetter) {
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
  public void forget(Map<String, Edition> byLetter) {
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
  public Map<String, Map<Long, Long>> got(
      Collection<String> subscribers, Collection<Long> items, Collection<String> except) {
    if (subscribers.isEmpty() || items.isEmpty()) {
      return Map.of();
    }
    // Editions are few: what is in each is asked once, not for everyone who got it.
    var editions = sent(subscribers, Collections.min(items), Set.copyOf(except));
    var contents =
        contents(editions.values().stream().flatMap(Set::stream).distinct().toList(), items);
    Map<String, Map<Long, Long>> got = new HashMap<>();
    editions.forEach(
        (person, theirs) -> {
          Map<Long, Long> all = new HashMap<>();
          for (long edition : theirs) {
            contents
                .getOrDefault(edition, Map.of())
                .forEach((first, sequence) -> all.merge(first, sequence, Math::max));
          }
          got.put(person, all);
        });
    return got;
  }

  /** By person, the editions of letters that may have something from this sequence on. */
  private Map<String, Set<Long>> sent(
      Collection<String> subscribers, long least, Set<String> except) {
    record Row(String letter, String subscriber, long edition) {}
    return handle
        .createQuery(
            "select l.id, l.subscriber, s.edition from letter l join sent s on s.letter = l.id"
                + " where l.subscriber in (<people>) and l.window_upto >= :least")
        .bindList("people", List.copyOf(subscribers))
        .bind("least", least)
        .map((row, context) -> new Row(row.getString(1), row.getString(2), row.getLong(3)))
        .stream()
        .filter(row -> !except.contains(row.letter()))
        .collect(groupingBy(Row::subscriber, mapping(Row::edition, toSet())));
  }

  /** By edition: of these items, those in it, by first sequence, in which revision. */
  private Map<Long, Map<Long, Long>> contents(List<Long> editions, Collection<Long> items) {
    Map<Long, Map<Long, Long>> contents = new HashMap<>();
    for (var some : chunks(editions)) {
      for (var few : chunks(List.copyOf(items))) {
        handle
            .createQuery(
                "select edition, first_sequence, sequence from edition_item"
                    + " where edition in (<editions>) and first_sequence in (<items>)")
            .bindList("editions", some)
            .bindList("items", few)
            .map((row, context) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
            .forEach(
                row ->
                    contents
                        .computeIfAbsent(row.get(0), edition -> new HashMap<>())
                        .put(row.get(1), row.get(2)));
      }
    }
    return contents;
  }

  /** Everyone who got the item. */
  public List<String> peopleWith(long firstSequence) {
    return handle
        .createQuery(
            "select distinct l.subscriber from edition_item i join sent s on s.edition = i.edition"
                + " join letter l on l.id = s.letter where i.first_sequence = ?")
        .bind(0, firstSequence)
        .mapTo(String.class)
        .list();
  }

  /** Those that no letter has. */
  public void eraseForgotten() {
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
