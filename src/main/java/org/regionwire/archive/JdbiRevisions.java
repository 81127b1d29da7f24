package org.regionwire.archive;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.regionwire.archive.Verdict.Outcome;
import org.regionwire.news.ItemId;
import org.regionwire.news.Origin;
import org.regionwire.news.PublishedItem;

/** Revisions read back: by sequence, by item, by the key of a submission. */
final class JdbiRevisions {
  /** Both databases take 32,766 and more. */
  private static final int PARAMETERS = 1024;

  private final ItemJson json;
  private final ParsedItems parsed;

  JdbiRevisions(ItemJson json, ParsedItems parsed) {
    this.json = json;
    this.parsed = parsed;
  }

  List<Document> documents(List<PublishedItem> items) {
    return items.stream().map(item -> new Document(item, json.write(item))).toList();
  }

  /** Only what is committed may be remembered. */
  void remember(List<Document> documents) {
    for (var document : documents) {
      parsed.keep(document.item(), document.text().length());
    }
  }

  /** In the order of {@code sequences}, all of which are in the archive. */
  List<PublishedItem> load(Handle handle, Collection<Long> sequences) {
    return load(handle, sequences, true);
  }

  /** As {@link #load}, for who passes by once: it takes nobody else's place in memory. */
  List<PublishedItem> pass(Handle handle, Collection<Long> sequences) {
    return load(handle, sequences, false);
  }

  private List<PublishedItem> load(Handle handle, Collection<Long> sequences, boolean again) {
    Map<Long, PublishedItem> found = new HashMap<>();
    List<Long> missing = new ArrayList<>();
    for (long sequence : sequences) {
      parsed
          .find(sequence)
          .ifPresentOrElse(item -> found.put(sequence, item), () -> missing.add(sequence));
    }
    var read = read(handle, missing);
    if (again) {
      remember(read);
    }
    for (var document : read) {
      found.put(document.item().sequence(), document.item());
    }
    return sequences.stream().map(sequence -> known(found, sequence)).toList();
  }

  private List<Document> read(Handle handle, List<Long> sequences) {
    List<Document> read = new ArrayList<>(sequences.size());
    for (var some : chunks(sequences)) {
      handle
          .createQuery("select document from revision where sequence in (<sequences>)")
          .bindList("sequences", some)
          .mapTo(String.class)
          .forEach(text -> read.add(new Document(json.readPublished(text), text)));
    }
    return read;
  }

  /** The present states of those that are in the archive. */
  Map<ItemId, PublishedItem> present(Handle handle, List<ItemId> ids) {
    List<Long> sequences = new ArrayList<>();
    for (var some : chunks(ids)) {
      handle
          .createQuery("select sequence from item where id in (<ids>)")
          .bindList("ids", some.stream().map(ItemId::value).toList())
          .mapTo(Long.class)
          .forEach(sequences::add);
    }
    Map<ItemId, PublishedItem> present = new HashMap<>();
    for (var item : load(handle, sequences)) {
      present.put(item.id(), item);
    }
    return present;
  }

  private record Answered(long sequence, Outcome outcome) {}

  /** What was decided about the known ones among the keys. */
  Map<String, Verdict> byKeys(Handle handle, List<String> keys) {
    Map<String, Answered> answered = new HashMap<>();
    for (var some : chunks(keys)) {
      handle
          .createQuery("select key, sequence, outcome from submission where key in (<keys>)")
          .bindList("keys", some)
          .map((row, c) -> Map.entry(row.getString(1), answered(row)))
          .forEach(one -> answered.put(one.getKey(), one.getValue()));
    }
    Map<Long, PublishedItem> bySequence = new HashMap<>();
    var sequences = answered.values().stream().map(Answered::sequence).collect(toSet());
    for (var item : load(handle, sequences)) {
      bySequence.put(item.sequence(), item);
    }
    Map<String, Verdict> byKey = new HashMap<>();
    answered.forEach(
        (key, one) ->
            byKey.put(
                key, new Verdict(one.outcome(), Optional.of(known(bySequence, one.sequence())))));
    return byKey;
  }

  private static Answered answered(ResultSet row) throws SQLException {
    return new Answered(row.getLong(2), Outcome.valueOf(row.getString(3).toUpperCase(Locale.ROOT)));
  }

  /** With the submission's own origin, which the revision lacks when it was there before. */
  Optional<Verdict> byKey(Handle handle, String key) {
    return Optional.ofNullable(byKeys(handle, List.of(key)).get(key))
        .map(
            verdict ->
                new Verdict(
                    verdict.outcome(), verdict.item().map(item -> withOrigin(handle, item, key))));
  }

  private static PublishedItem withOrigin(Handle handle, PublishedItem item, String key) {
    var before = item.item().origin();
    if (before.key().equals(key)) {
      return item;
    }
    return handle
        .createQuery("select body_hash, received from submission where key = ?")
        .bind(0, key)
        .map((row, context) -> origin(before, key, row))
        .map(origin -> SentAgain.answer(item, origin))
        .one();
  }

  private static Origin origin(Origin before, String key, ResultSet row) throws SQLException {
    var received = Instant.ofEpochMilli(row.getLong(2));
    return new Origin(
        before.sender(), key, row.getString(1), received, before.senderId(), before.change());
  }

  List<PublishedItem> startingOn(Handle handle, LocalDate day, int limit) {
    var sequences =
        handle
            .createQuery(
                "select sequence from item where starts = ? and not exists (select 1 from"
                    + " withdrawal w where w.first_sequence = item.first_sequence)"
                    + " order by first_sequence desc limit ?")
            .bind(0, day.toString())
            .bind(1, limit)
            .mapTo(Long.class)
            .list();
    return load(handle, sequences);
  }

  /** Those that are not the first of their items, oldest first. */
  List<PublishedItem> changes(Handle handle, long after, long upTo) {
    var sequences =
        handle
            .createQuery(
                "select sequence from revision where sequence > ? and sequence <= ?"
                    + " and revision > 1 order by sequence")
            .bind(0, after)
            .bind(1, upTo)
            .mapTo(Long.class)
            .list();
    return load(handle, sequences);
  }

  /** All revisions of an item, oldest first. */
  List<PublishedItem> all(Handle handle, ItemId id) {
    return handle
        .createQuery("select document from revision where item_id = ? order by revision")
        .bind(0, id.value())
        .mapTo(String.class)
        .map(json::readPublished)
        .list();
  }

  private static PublishedItem known(Map<Long, PublishedItem> items, Long sequence) {
    return Objects.requireNonNull(items.get(sequence), () -> "revision " + sequence + " is gone");
  }

  /**
   * For lists to look in. The last of a chunk is said again until there is a power of two of them,
   * because each length is a statement that is read, planned and kept by itself.
   */
  static <T> List<List<T>> chunks(List<T> all) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PARAMETERS) {
      List<T> chunk = new ArrayList<>(all.subList(from, Math.min(all.size(), from + PARAMETERS)));
      T last = chunk.get(chunk.size() - 1);
      while (Integer.bitCount(chunk.size()) != 1) {
        chunk.add(last);
      }
      chunks.add(chunk);
    }
    return chunks;
  }
}
