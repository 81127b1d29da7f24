package org.regionwire.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;

/**
 * The page of a selection. Each region (or topic) and kind is walked by its index in the order of
 * first sequences, and left when the page is full, so that a page costs the same in a large archive
 * as in a small one; the walks of a union are then merged.
 */
final class JdbiSelections {
  /** With more than these, a walk through all items soon finds enough of them. */
  private static final int MOST_WALKS = 50;

  /** First sequences {@code (after, upTo]}, from the newest or from the oldest on. */
  record Window(long after, long upTo, boolean newestFirst) {
    static final Window LATEST = new Window(0, Long.MAX_VALUE, true);
  }

  private final Selection selection;
  private final Window window;
  private final boolean withdrawn;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final String sql;

  JdbiSelections(Selection selection, Window window) {
    this(selection, window, false);
  }

  /**
   * @param withdrawn for what was published and taken back, instead of what stands
   */
  JdbiSelections(Selection selection, Window window, boolean withdrawn) {
    this.selection = selection;
    this.window = window;
    this.withdrawn = withdrawn;
    this.sql = compose();
  }

  /** The sequences of the present revisions of the page. */
  List<Long> sequences(Handle handle, int limit, Instant now) {
    return handle
        .createQuery(sql)
        .bindMap(parameters)
        .bind("after", window.after())
        .bind("upTo", window.upTo())
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
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
        : "select sequence from (" + merged + ") page" + order() + " limit :limit";
  }

  private List<String> walks() {
    boolean byRegion = !selection.regions().isEmpty();
    var slugs = byRegion ? selection.regions() : selection.topics();
    List<Kind> kinds = selection.kind().map(List::of).orElse(List.of(Kind.values()));
    if (slugs.isEmpty() || slugs.size() * kinds.size() > MOST_WALKS) {
      return List.of(walkOfItems());
    }
    String which = byRegion ? "region" : "topic";
    List<String> walks = new ArrayList<>();
    for (String slug : slugs) {
      for (Kind kind : kinds) {
        String one = "walked." + which + " = " + name(slug) + ofKind(kind);
        walks.add(walk("item_" + which, byRegion ? one + anyOf("topic", selection.topics()) : one));
      }
    }
    return walks;
  }

  private String walkOfItems() {
    return walk(
        "item",
        "true"
            + selection.kind().map(this::ofKind).orElse("")
            + anyOf("region", selection.regions())
            + anyOf("topic", selection.topics()));
  }

  private String walk(String table, String condition) {
    return "select walked.sequence, walked.first_sequence from "
        + table
        + " walked where "
        + condition
        + " and walked.first_sequence > :after and walked.first_sequence <= :upTo"
        + " and (walked.expires is null or walked.expires >= :now)"
        + standing()
        + order()
        + " limit :limit";
  }

  private String standing() {
    String among =
        "exists (select 1 from withdrawal w where w.first_sequence = walked.first_sequence)";
    return withdrawn
        ? " and walked.sequence > walked.first_sequence and " + among
        : " and not " + among;
  }

  private String order() {
    return " order by first_sequence " + (window.newestFirst() ? "desc" : "asc");
  }

  private String ofKind(Kind kind) {
    return " and walked.kind = " + name(kind.word());
  }

  private String anyOf(String which, SortedSet<String> slugs) {
    if (slugs.isEmpty()) {
      return "";
    }
    return " and exists (select 1 from item_"
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
