package org.regionwire.digest.books;

import java.time.Instant;
import java.util.Optional;
import org.regionwire.archive.Database;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.SearchText;

/** How many people an item reaches: those who would get it, and those who got it. */
public final class JdbiReach {
  private final Database database;

  /**
   * Letters that brought an item.
   *
   * @param last when the last of them was handed over
   */
  public record Letters(int count, Optional<Instant> last) {}

  public JdbiReach(Database database) {
    this.database = database;
  }

  /** People whose next digest it would be in. */
  public long subscribers(EnrichedItem item) {
    String text = SearchText.of(item.item());
    return database.read(
        handle -> {
          var subscriptions = new JdbiSubscriptions(handle);
          var asking =
              subscriptions.activeSelections().stream()
                  .filter(selection -> selection.matches(item, () -> text))
                  .toList();
          return subscriptions.peopleWith(asking);
        });
  }

  public Letters letters(PublishedItem item) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select count(distinct l.id), coalesce(max(l.settled_at), 0) from edition_item i"
                        + " join sent s on s.edition = i.edition join letter l on l.id = s.letter"
                        + " where i.first_sequence = ? and l.state = 'accepted'")
                .bind(0, item.firstSequence())
                .map((row, c) -> letters(row.getInt(1), row.getLong(2)))
                .one());
  }

  private static Letters letters(int count, long last) {
    return new Letters(
        count, count == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last)));
  }
}
