package org.regionwire.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.regionwire.news.Box;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;

/**
 * The page of a selection. Each region (or topic, or language) and kind is walked by its index in
 * the order of first sequences, and left when the page is full, so that a page costs the same in a
 * large archive as in a small one; the walks of a union are then merged. A search walks the items
 * in which its words occur.
 */
final class JdbiSelections {
  /** With more than these, a walk through all items soon finds enough of them. */
  private static final int MOST_WALKS = 50;

  /** Before the slug of a region that an item only mentions. No slug begins with it. */
  static final String MENTIONED = "~";

  /** Which items: what stands and has not expired, what was taken back, all ever published. */
  enum State {
    STANDING,
    WITHDRAWN,
    EVER
  }

  /** First sequences {@code (after, upTo]}, from the newest or from the oldest on. */
  record Window(long after, long upTo, boolean newestFirst, State state) {
    static final Window LATEST = new Window(0, Long.MAX_VALUE, true, State.STANDING);
    static final Window EVER = new Window(0, Long.MAX_VALUE, true, State.EVER);

    static Window withdrawn(long from) {
      return new Window(from - 1, Long.MAX_VALUE, true, State.WITHDRAWN);
    }

    boolean knowsTime() {
      return state != State.EVER;
    }
  }

  private record Filter(String which, SortedSet<String> slugs) {}

  private final Selection selection;
  private final Window window;
  private final boolean sqlite;
  private final JdbiConditions conditions;
  private final String sql;

  JdbiSelections(Selection selection, Window window, boolean sqlite) {
    this.selection = selection;
    this.window = window;
    this.sqlite = sqlite;
    this.conditions = new JdbiConditions(selection, sqlite);
    this.sql = compose();
  }

  /** The sequences of the present revisions of the page. */
  List<Long> sequences(Handle handle, int limit, Instant now) {
    var query = query(handle, limit);
    return (window.knowsTime() ? query.bind("now", now.toEpochMilli()) : query)
        .mapTo(Long.class)
        .list();
  }

  /** The first sequences of the page, of a window that knows no time. */
  List<Long> places(Handle handle, int limit) {
    return query(handle, limit).map((row, context) -> row.getLong("first_sequence")).list();
  }

  /**
   * @param standing whether it is not withdrawn
   * @param expires milliseconds since 1970 (UTC)
   */
  record Row(long sequence, long firstSequence, boolean standing, OptionalLong expires) {}

  /** Of a window that knows no time. */
  List<Row> rows(Handle handle, int limit) {
    return query(handle, limit).map((row, context) -> row(row)).list();
  }

  private static Row row(ResultSet row) throws SQLException {
    long expires = row.getLong("expires");
    var known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(expires);
    boolean standing = row.getObject("gone") == null;
    return new Row(row.getLong("sequence"), row.getLong("first_sequence"), standing, known);
  }

  private Query query(Handle handle, int limit) {
    return handle
        .createQuery(sql)
        .bindMap(conditions.parameters())
        .bind("after", window.after())
        .bind("upTo", window.upTo())
        .bind("limit", limit);
  }

  String sql() {
    return sql;
  }

  private String compose() {
    var walks = walks();
    String merged =
        IntStream.range(0, walks.size())
            .mapToObj(i -> "select * from (" + walks.get(i) + ") w" + i)
            .collect(Collectors.joining("\nunion\n"));
    return walks.size() == 1
        ? walks.get(0)
        : "select * from (" + merged + ") page" + order() + " limit :limit";
  }

  private List<String> walks() {
    if (!selection.words().isEmpty()) {
      return List.of(walkOfWords());
    }
    for (Filter filter : filters()) {
      int walks = filter.slugs().size() * kinds().size();
      if (!filter.slugs().isEmpty() && walks <= MOST_WALKS) {
        return walksOf(filter);
      }
    }
    return List.of(walk("item", "true" + ofKind() + anyOf(filters())));
  }

  /** The most telling first. */
  private List<Filter> filters() {
    return List.of(
        new Filter("region", conditions.regions()),
        new Filter("topic", selection.topics()),
        new Filter("language", selection.languages()));
  }

  private List<Kind> kinds() {
    return selection.kind().map(List::of).orElse(List.of(Kind.values()));
  }

  private List<String> walksOf(Filter filter) {
    var others = filters().stream().filter(other -> !other.equals(filter)).toList();
    List<String> walks = new ArrayList<>();
    for (String slug : filter.slugs()) {
      for (Kind kind : kinds()) {
        String one =
            "walked." + filter.which() + " = " + conditions.name(slug) + conditions.kind(kind);
        walks.add(walk("item_" + filter.which(), one + anyOf(others)));
      }
    }
    return walks;
  }

  /** A cross join, because SQLite keeps its order: from the words to the items. */
  private String walkOfWords() {
    String key = JdbiWords.key(sqlite);
    return columns(key)
        + " from item_words cross join item walked where walked.first_sequence = "
        + key
        + " and "
        + JdbiWords.condition(sqlite, selection.words(), conditions::name)
        + ofKind()
        + anyOf(filters())
        + inWindow(key);
  }

  private String walk(String table, String condition) {
    return columns("walked.first_sequence")
        + " from "
        + table
        + " walked where "
        + condition
        + inWindow("walked.first_sequence");
  }

  /** What does not depend on time tells what does. */
  private String columns(String key) {
    String first = "select walked.sequence, " + key + " as first_sequence";
    return window.knowsTime()
        ? first
        : first
            + ", walked.expires, (select gone.sequence from withdrawal gone"
            + " where gone.first_sequence = walked.first_sequence) as gone";
  }

  private String inWindow(String key) {
    return conditions.without()
        + " and "
        + key
        + " > :after and "
        + key
        + " <= :upTo"
        + (window.knowsTime() ? " and coalesce(walked.expires, " + Long.MAX_VALUE + ") > :now" : "")
        + inState()
        + inBox()
        + order()
        + " limit :limit";
  }

  private String inBox() {
    if (selection.box().isEmpty()) {
      return "";
    }
    Box box = selection.box().get();
    conditions.parameters().put("west", box.west());
    conditions.parameters().put("south", box.south());
    conditions.parameters().put("east", box.east());
    conditions.parameters().put("north", box.north());
    return " and exists (select 1 from item spot where spot.first_sequence = walked.first_sequence"
        + " and spot.lat between :south and :north and "
        + (box.crossesAntimeridian()
            ? "(spot.lon >= :west or spot.lon <= :east))"
            : "spot.lon between :west and :east)");
  }

  /**
   * What was withdrawn in its first revision was never published. No {@code or}: SQLite would leave
   * the index that is walked for one of its own.
   */
  private String inState() {
    String withdrawn =
        "exists (select 1 from withdrawal w where w.first_sequence = walked.first_sequence";
    return switch (window.state()) {
      case STANDING -> " and not " + withdrawn + ")";
      case WITHDRAWN -> " and walked.sequence > walked.first_sequence and " + withdrawn + ")";
      case EVER -> " and not " + withdrawn + " and w.sequence = walked.first_sequence)";
    };
  }

  private String order() {
    return " order by first_sequence " + (window.newestFirst() ? "desc" : "asc");
  }

  private String ofKind() {
    return selection.kind().map(conditions::kind).orElse("");
  }

  private String anyOf(List<Filter> all) {
    return all.stream()
        .map(filter -> conditions.in(filter.which(), filter.slugs()))
        .collect(Collectors.joining());
  }
}
