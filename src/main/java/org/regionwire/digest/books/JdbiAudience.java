package org.regionwire.digest.books;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.regionwire.archive.Database;
import org.regionwire.digest.Cadence.Pace;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.SearchText;
import org.regionwire.news.Selection;
import org.regionwire.news.SelectionText;

/** Who asks for what, counted. */
public final class JdbiAudience {
  private static final String ASKING =
      " from subscription one join subscriber person on person.id = one.subscriber"
          + " where one.state = 'active' and one.selection in (<selections>)";

  /** Those who have not got the item: in their next letter, whenever that is. */
  private static final String WITHOUT =
      " and one.cursor < :first and not exists (select 1 from letter join sent"
          + " on sent.letter = letter.id join edition_item item on item.edition = sent.edition"
          + " where letter.subscriber = person.id and item.first_sequence = :first)";

  private final Database database;

  /**
   * People alike.
   *
   * @param language BCP 47
   * @param cadence as a word
   */
  public record Group(String language, String cadence, long people) {}

  /**
   * Who asks for something.
   *
   * @param people each once
   * @param next of them those who have not got it: in their next letter; of a selection, all
   * @param groups who has several subscriptions may be in several
   */
  public record Audience(long people, long next, List<Group> groups) {
    static final Audience NOBODY = new Audience(0, 0, List.of());

    public Audience {
      groups = List.copyOf(groups);
    }
  }

  public JdbiAudience(Database database) {
    this.database = database;
  }

  /** Of an item: everyone whose selection takes it. */
  public Audience of(PublishedItem item) {
    String text = SearchText.of(item.item());
    return database.read(
        handle -> {
          var asking =
              new JdbiSubscriptions(handle)
                  .activeSelections().stream()
                      .filter(selection -> selection.matches(item.enriched(), () -> text))
                      .map(SelectionText::of)
                      .toList();
          return asking.isEmpty()
              ? Audience.NOBODY
              : new Audience(
                  people(handle, asking),
                  without(handle, asking, item.firstSequence()),
                  groups(handle, asking));
        });
  }

  /** What is asked for by anyone, each once. */
  public List<Selection> selections() {
    return database.read(handle -> new JdbiSubscriptions(handle).activeSelections());
  }

  /** Of a selection: everyone who asks for the very same. */
  public Audience of(Selection selection) {
    var asking = List.of(SelectionText.of(selection));
    return database.read(
        handle -> {
          long people = people(handle, asking);
          return new Audience(people, people, groups(handle, asking));
        });
  }

  private static long people(Handle handle, Collection<String> selections) {
    return handle
        .createQuery("select count(distinct person.id)" + ASKING)
        .bindList("selections", List.copyOf(selections))
        .mapTo(Long.class)
        .one();
  }

  private static long without(Handle handle, Collection<String> selections, long first) {
    return handle
        .createQuery("select count(distinct person.id)" + ASKING + WITHOUT)
        .bindList("selections", List.copyOf(selections))
        .bind("first", first)
        .mapTo(Long.class)
        .one();
  }

  private static List<Group> groups(Handle handle, Collection<String> selections) {
    return handle
        .createQuery(
            "select person.language, one.cadence, count(distinct person.id) as people"
                + ASKING
                + " group by person.language, one.cadence order by people desc, 1, 2")
        .bindList("selections", List.copyOf(selections))
        .map(
            (row, context) ->
                new Group(
                    row.getString(1),
                    Pace.of(row.getString(2)).orElseThrow().word(),
                    row.getLong(3)))
        .list();
  }
}
