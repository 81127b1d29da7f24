package org.regionwire.digest.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.regionwire.news.EventDates;
import org.regionwire.news.Kind;
import org.regionwire.news.PublishedItem;

/** What comes first in a digest: corrections, events of the next days, later ones, news. */
final class Order {
  private static final int WEEK = 7;

  private final LocalDate date;
  private final ZoneId readers;
  private final Wording wording;

  Order(LocalDate date, ZoneId readers, Wording wording) {
    this.date = date;
    this.readers = readers;
    this.wording = wording;
  }

  List<Section> sections(List<Told> told, List<Pick> picks, EntryWriter entries) {
    var weekEnd = date.plusDays(WEEK).atStartOfDay(readers).toInstant();
    var coming = picks.stream().filter(this::isComing).sorted(bySoonest()).toList();
    var later = coming.stream().filter(pick -> !starts(pick).isBefore(weekEnd)).toList();
    var soon = coming.subList(0, coming.size() - later.size());
    var news = picks.stream().filter(pick -> !isComing(pick)).sorted(byNewest()).toList();
    List<Section> sections = new ArrayList<>();
    add(sections, "section.told", told, entries::of);
    add(sections, "section.week", soon, entries::of);
    add(sections, soon.isEmpty() ? "section.events" : "section.later", later, entries::of);
    add(sections, "section.news", news, entries::of);
    return sections;
  }

  private <T> void add(
      List<Section> sections, String heading, List<T> all, Function<T, Entry> entry) {
    if (!all.isEmpty()) {
      sections.add(new Section(wording.say(heading), all.stream().map(entry).toList()));
    }
  }

  private static Comparator<Pick> byNewest() {
    return Comparator.comparing((Pick pick) -> pick.published().firstSequence()).reversed();
  }

  private Comparator<Pick> bySoonest() {
    return Comparator.comparing(this::starts)
        .thenComparing(pick -> pick.published().firstSequence());
  }

  private Instant starts(Pick pick) {
    var event = pick.published().event().orElseThrow();
    return event.start().instant(event.timezone().orElse(readers));
  }

  /** An event that is over is news. */
  private boolean isComing(Pick pick) {
    PublishedItem published = pick.published();
    return published.kind() == Kind.EVENT
        && published
            .event()
            .map(event -> EventDates.of(event, Optional.of(readers)))
            .filter(dates -> !dates.overAt(date.atStartOfDay(readers).toInstant()))
            .isPresent();
  }
}
