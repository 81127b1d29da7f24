package org.regionwire.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
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

    boolean knowsTime() {
      return state != State.EVER;
    }
  }

  /** One of these must hold: the item has a row in {@code item_<which>} with one of the slugs. */
  private record Filter(String which, SortedSet<String> slugs) {}

  private final Selection selection;
  private final Window window;
  private final boolean sqlite;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final String sql;

  JdbiSelections(Selection selection, Window window, boolean sqlite) {
    this.selection = selection;
    this.window = window;
    this.sqlite = sqlite;
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

  private Query query(Handle handle, int limit) {
    return handle
        .createQuery(sql)
        .bindMap(parameters)
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
            .mapToObj(i -> "select sequence, first_sequence from (" + walks.get(i) + ") w" + i)
            .collect(Collectors.joining("\nunion\n"));
    return walks.size() == 1
        ? walks.get(0)
        : "select sequence, first_sequence from (" + merged + ") page" + order() + " limit :limit";
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
        new Filter("region", regions()),
        new Filter("topic", selection.topics()),
        new Filter("language", selection.languages()));
  }

  private SortedSet<String> regions() {
    var slugs = new TreeSet<>(selection.regions());
    if (selection.mentions()) {
      selection.regions().forEach(slug -> slugs.add(MENTIONED + slug));
    }
    return slugs;
  }

  private List<Kind> kinds() {
    return selection.kind().map(List::of).orElse(List.of(Kind.values()));
  }

  private List<String> walksOf(Filter filter) {
    var others = filters().stream().filter(other -> !other.equals(filter)).toList();
    List<String> walks = new ArrayList<>();
    for (String slug : filter.slugs()) {
      for (Kind kind : kinds()) {
        String one = "walked." + filter.which() + " = " + name(slug) + ofKind(kind);
        walks.add(walk("item_" + filter.which(), one + anyOf(others)));
      }
    }
    return walks;
  }

  /** A cross join, because SQLite keeps its order: from the words to the items. */
  private String walkOfWords() {
    String key = JdbiWords.key(sqlite);
    return "select walked.sequence, "
        + key
        + " as first_sequence from item_words cross join item walked where walked.first_sequence = "
        + key
        + " and "
        + JdbiWords.condition(sqlite, selection.words(), this::name)
        + ofKind()
        + anyOf(filters())
        + inWindow(key);
  }

  private String walk(String table, String condition) {
    return "select walked.sequence, walked.first_sequence from "
        + table
        + " walked where "
        + condition
        + inWindow("walked.first_sequence");
  }

  private String inWindow(String key) {
    return noneOf("region", selection.without())
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
    parameters.put("west", box.west());
    parameters.put("south", box.south());
    parameters.put("east", box.east());
    parameters.put("north", box.north());
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
    return selection.kind().map(this::ofKind).orElse("");
  }

  private String ofKind(Kind kind) {
    return " and walked.kind = " + name(kind.word());
  }

  private String anyOf(List<Filter> all) {
    return all.stream()
        .filter(filter -> !filter.slugs().isEmpty())
        .map(filter -> " and exists " + rows(filter.which(), filter.slugs()))
        .collect(Collectors.joining());
  }

  private String noneOf(String which, SortedSet<String> slugs) {
    return slugs.isEmpty() ? "" : " and not exists " + rows(which, slugs);
  }

  private String rows(String which, SortedSet<String> slugs) {
    return "(select 1 from item_"
        + which
        + " other where other.first_sequence = walked.first_sequence and other.kind = walked.kind"
        + slugs.stream()
            .map(this::name)
            .collect(Collectors.joining(", ", " and other." + which + " in (", "))"));
  }

  /** Slugs are words of others: they go in as parameters. */
  private String name(String value) {
    String name = "p" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }
}
