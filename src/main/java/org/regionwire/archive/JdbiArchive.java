package org.regionwire.archive;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.regionwire.archive.JdbiSelections.State;
import org.regionwire.archive.JdbiSelections.Window;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/** The archive in a database. */
public final class JdbiArchive implements Archive {
  /** Some 4,000 items of 2 kB, in about 16 MB of memory. */
  private static final long PARSED_CHARACTERS = 8_000_000;

  private final Database database;
  private final Clock clock;
  private final ItemJson json;
  private final JdbiRevisions revisions;

  public JdbiArchive(Database database, Clock clock, ItemJson json) {
    this.database = database;
    this.clock = clock;
    this.json = json;
    this.revisions = new JdbiRevisions(json, new ParsedItems(PARSED_CHARACTERS));
    new JdbiCatchUp(database, json).run();
  }

  /** What a batch did: a verdict on each submission, and the new revisions. */
  private record Stored(List<Verdict> verdicts, List<Document> documents) {}

  @Override
  public List<Verdict> decide(List<EnrichedItem> accepted) {
    if (accepted.isEmpty()) {
      return List.of();
    }
    var stored = database.<Stored>write(handle -> store(handle, accepted));
    revisions.remember(stored.documents());
    return stored.verdicts();
  }

  @Override
  public Verdict foretell(EnrichedItem accepted) {
    return database.read(
        handle -> additions(handle, List.of(accepted), Long.MAX_VALUE - 1).decide(accepted));
  }

  private Stored store(Handle handle, List<EnrichedItem> accepted) {
    var additions = additions(handle, accepted, JdbiAdditions.lock(handle));
    var verdicts = accepted.stream().map(additions::decide).toList();
    var documents = revisions.documents(additions.revisions());
    new JdbiAdditions(handle, database.isSqlite()).write(additions, documents);
    JdbiEmbargo.hold(handle, json, additions.held());
    return new Stored(verdicts, documents);
  }

  /**
   * @param last sequence there is
   */
  private Additions additions(Handle handle, List<EnrichedItem> accepted, long last) {
    return new Additions(
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        last,
        revisions.byKeys(handle, keys(accepted)),
        revisions.present(handle, ids(accepted)));
  }

  @Override
  public Optional<PublishedItem> find(ItemId id) {
    return Optional.ofNullable(
        database.read(handle -> revisions.present(handle, List.of(id))).get(id));
  }

  @Override
  public Optional<Verdict> verdict(String key) {
    return database.read(handle -> revisions.byKey(handle, key));
  }

  @Override
  public List<PublishedItem> bySequence(List<Long> sequences) {
    return database.read(handle -> revisions.load(handle, sequences));
  }

  @Override
  public List<Long> sequences(long after, long upTo, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    "select sequence from revision where sequence > ? and sequence <= ?"
                        + " order by sequence limit ?",
                    after,
                    upTo,
                    limit)
                .mapTo(Long.class)
                .list());
  }

  @Override
  public List<PublishedItem> revisions(ItemId id) {
    return database.read(handle -> revisions.all(handle, id));
  }

  @Override
  public List<PublishedItem> latest(Selection selection, int limit, Instant now) {
    return page(selection, Window.LATEST, limit, now);
  }

  @Override
  public Recent recent(Selection selection, int limit, Instant now) {
    return database.read(
        handle ->
            new JdbiRecent(handle, database.isSqlite(), revisions).read(selection, limit, now));
  }

  @Override
  public List<PublishedItem> window(
      Selection selection, long after, long upTo, int limit, Instant now) {
    return page(selection, new Window(after, upTo, false, State.STANDING), limit, now);
  }

  @Override
  public List<PublishedItem> ever(Selection selection, long after, long upTo, int limit) {
    var window = new Window(after, upTo, true, State.EVER);
    var selections = new JdbiSelections(selection, window, database.isSqlite());
    return database.read(
        handle -> revisions.pass(handle, selections.sequences(handle, limit, Instant.EPOCH)));
  }

  @Override
  public List<Long> places(
      Selection selection, long after, long upTo, int limit, boolean newestFirst) {
    var window = new Window(after, upTo, newestFirst, State.EVER);
    var selections = new JdbiSelections(selection, window, database.isSqlite());
    return database.read(handle -> selections.places(handle, limit));
  }

  @Override
  public List<PublishedItem> changes(long after, long upTo) {
    return after >= upTo
        ? List.of()
        : database.read(handle -> revisions.changes(handle, after, upTo));
  }

  @Override
  public List<PublishedItem> calendar(Selection selection, LocalDate from, int limit, Instant now) {
    var calendar = new JdbiCalendar(selection, database.isSqlite());
    return database.read(
        handle -> revisions.load(handle, calendar.sequences(handle, from, limit, now)));
  }

  @Override
  public List<PublishedItem> startingOn(LocalDate day, int limit) {
    return database.read(handle -> revisions.startingOn(handle, day, limit));
  }

  private List<PublishedItem> page(Selection selection, Window window, int limit, Instant now) {
    var selections = new JdbiSelections(selection, window, database.isSqlite());
    return database.read(
        handle -> revisions.load(handle, selections.sequences(handle, limit, now)));
  }

  @Override
  public Map<String, Integer> countsByRegion(Instant since, Instant now) {
    return database.read(handle -> JdbiCounts.byRegion(handle, since, now));
  }

  @Override
  public long lastSequence() {
    return state("last_sequence");
  }

  @Override
  public long count() {
    return state("items");
  }

  private long state(String column) {
    return database.<Long>read(
        handle ->
            handle.createQuery("select " + column + " from archive_state").mapTo(Long.class).one());
  }

  private static List<String> keys(List<EnrichedItem> accepted) {
    return accepted.stream().map(enriched -> enriched.item().origin().key()).distinct().toList();
  }

  private static List<ItemId> ids(List<EnrichedItem> accepted) {
    return accepted.stream().map(enriched -> enriched.item().id()).distinct().toList();
  }
}
