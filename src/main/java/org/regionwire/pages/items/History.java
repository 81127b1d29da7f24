package org.regionwire.pages.items;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.regionwire.news.Change.What;
import org.regionwire.news.Event;
import org.regionwire.news.PublishedItem;
import org.regionwire.pages.items.ItemPage.Difference;
import org.regionwire.pages.items.ItemPage.Revision;
import org.regionwire.region.PlainText;

/** What became of an item, revision by revision. */
final class History {
  /** A page with the differences of thousands of revisions would help nobody. */
  private static final int MOST = 30;

  private record Field(String name, Function<PublishedItem, String> text) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("Title", item -> item.item().title()),
          new Field("Summary", item -> item.item().summary().orElse("")),
          new Field("Text", item -> item.item().content().map(PlainText::of).orElse("")),
          new Field("When", item -> item.event().map(History::when).orElse("")),
          new Field("Where", item -> item.event().map(History::where).orElse("")),
          new Field("Link", item -> item.item().link().map(URI::toString).orElse("")),
          new Field("Regions", item -> String.join(" ", item.enriched().regionSlugs())),
          new Field("Topics", item -> String.join(" ", item.item().topics())));

  private History() {}

  /** Newest first; empty when there is only one revision. */
  static List<Revision> of(List<PublishedItem> revisions, ZoneId zone) {
    var all = revisions.stream().sorted(Comparator.comparingInt(PublishedItem::revision)).toList();
    List<Revision> history = new ArrayList<>();
    for (int i = all.size() - 1; i > 0 && history.size() < MOST; i--) {
      history.add(revision(all.get(i - 1), all.get(i), zone));
    }
    if (all.size() > 1 && all.size() <= MOST) {
      PublishedItem first = all.get(0);
      var at = Moment.of(first.published(), zone);
      history.add(new Revision(first.revision(), "Published", at, first.note(), List.of()));
    }
    return history;
  }

  private static Revision revision(PublishedItem before, PublishedItem after, ZoneId zone) {
    return new Revision(
        after.revision(),
        what(before, after),
        Moment.of(at(after), zone),
        after.note(),
        after.withdrawn() ? List.of() : differences(before, after));
  }

  private static String what(PublishedItem before, PublishedItem after) {
    var origin = after.item().origin();
    if (after.withdrawn()) {
      return "Withdrawn";
    }
    if (before.withdrawn()) {
      return "Brought back";
    }
    if (origin.does(What.MATERIAL)) {
      return "Corrected in substance";
    }
    return origin.does(What.MINOR) ? "Edited" : "Updated";
  }

  /** A minor edit leaves the item's time of update alone. */
  private static Instant at(PublishedItem revision) {
    var origin = revision.item().origin();
    return origin.does(What.MINOR) ? origin.received() : revision.updated();
  }

  private static List<Difference> differences(PublishedItem before, PublishedItem after) {
    return FIELDS.stream()
        .map(
            field ->
                new Difference(
                    field.name(),
                    Differences.between(field.text().apply(before), field.text().apply(after))))
        .filter(difference -> !difference.pieces().isEmpty())
        .toList();
  }

  private static String when(Event event) {
    String end = event.end().map(e -> " – " + e).orElse("");
    return event.start() + end + (event.status() == Event.Status.CANCELLED ? " cancelled" : "");
  }

  private static String where(Event event) {
    return event.place().stream()
        .flatMap(place -> Stream.of(place.name(), place.address()))
        .flatMap(text -> text.stream())
        .reduce((name, address) -> name + ", " + address)
        .orElse("");
  }
}
