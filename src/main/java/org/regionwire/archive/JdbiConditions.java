package org.regionwire.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;

/**
 * A selection as conditions on rows {@code walked} of the table of items. Slugs and words are of
 * others: they go in as parameters.
 */
final class JdbiConditions {
  private final Selection selection;
  private final boolean sqlite;
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  JdbiConditions(Selection selection, boolean sqlite) {
    this.selection = selection;
    this.sqlite = sqlite;
  }

  /** Of the conditions written so far. */
  Map<String, Object> parameters() {
    return parameters;
  }

  /** Each begins with "and". */
  String text() {
    return selection.kind().map(this::kind).orElse("")
        + in("region", regions())
        + without()
        + in("topic", selection.topics())
        + in("language", selection.languages())
        + words()
        + box();
  }

  String kind(Kind kind) {
    return " and walked.kind = " + name(kind.word());
  }

  String without() {
    return selection.without().isEmpty() ? "" : " and not" + rows("region", selection.without());
  }

  SortedSet<String> regions() {
    var slugs = new TreeSet<>(selection.regions());
    if (selection.mentions()) {
      selection.regions().forEach(slug -> slugs.add(JdbiSelections.MENTIONED + slug));
    }
    return slugs;
  }

  /** One of these must hold: the item has a row in {@code item_<which>} with one of the slugs. */
  String in(String which, SortedSet<String> slugs) {
    return slugs.isEmpty() ? "" : " and" + rows(which, slugs);
  }

  private String rows(String which, SortedSet<String> slugs) {
    return " exists (select 1 from item_"
        + which
        + " other where other.first_sequence = walked.first_sequence and other.kind = walked.kind"
        + slugs.stream()
            .map(this::name)
            .collect(Collectors.joining(", ", " and other." + which + " in (", "))"));
  }

  private String words() {
    return selection.words().isEmpty()
        ? ""
        : " and walked.first_sequence in (select "
            + JdbiWords.key(sqlite)
            + " from item_words where "
            + JdbiWords.condition(sqlite, selection.words(), this::name)
            + ")";
  }

  private String box() {
    return selection
        .box()
        .map(
            box ->
                " and walked.lat between "
                    + name(box.south())
                    + " and "
                    + name(box.north())
                    + " and "
                    + (box.crossesAntimeridian()
                        ? "(walked.lon >= " + name(box.west()) + " or walked.lon <= "
                        : "(walked.lon >= " + name(box.west()) + " and walked.lon <= ")
                    + name(box.east())
                    + ")")
        .orElse("");
  }

  String name(Object value) {
    String name = "p" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }
}
