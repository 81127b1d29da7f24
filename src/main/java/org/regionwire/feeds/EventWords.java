package org.regionwire.feeds;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;

/** When and where, in plain English: {@code 13–15 June 2007}. */
final class EventWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private EventWords() {}

  /** One paragraph of HTML. */
  static String paragraph(Event event) {
    var html = new StringBuilder("<p>");
    switch (event.status()) {
      case CANCELLED -> html.append("<strong>Cancelled.</strong> ");
      case TENTATIVE -> html.append("<strong>Not yet confirmed.</strong> ");
      case CONFIRMED -> {}
    }
    html.append("<strong>When:</strong> ").append(Html.escape(when(event)));
    where(event)
        .ifPresent(w -> html.append("<br/><strong>Where:</strong> ").append(Html.escape(w)));
    event.url().ifPresent(url -> html.append("<br/>").append(Html.link(url.toASCIIString())));
    return html.append("</p>").toString();
  }

  static String when(Event event) {
    var start = event.start();
    var end = event.end().filter(e -> !e.equals(start));
    return end.map(e -> span(start, e)).orElseGet(() -> moment(start)) + zone(event);
  }

  static Optional<String> where(Event event) {
    return event
        .place()
        .map(p -> Stream.of(p.name(), p.address()).flatMap(Optional::stream))
        .map(words -> words.filter(w -> !w.isBlank()).distinct().collect(Collectors.joining(", ")))
        .filter(words -> !words.isEmpty());
  }

  private static String span(EventTime start, EventTime end) {
    if (start.allDay() && end.allDay()) {
      return days(start.date(), end.date());
    }
    if (start.date().equals(end.date()) && end.time().isPresent()) {
      return moment(start) + "–" + TIME.format(end.time().get());
    }
    return moment(start) + " – " + moment(end);
  }

  private static String days(LocalDate first, LocalDate last) {
    if (first.getYear() != last.getYear()) {
      return DAY.format(first) + " – " + DAY.format(last);
    }
    if (first.getMonth() != last.getMonth()) {
      return DAY_OF_YEAR.format(first) + " – " + DAY.format(last);
    }
    return first.getDayOfMonth() + "–" + DAY.format(last);
  }

  private static String moment(EventTime at) {
    return DAY.format(at.date()) + at.time().map(t -> ", " + TIME.format(t)).orElse("");
  }

  private static String zone(Event event) {
    if (Stream.of(Optional.of(event.start()), event.end()).allMatch(EventWords::hasNoTime)) {
      return "";
    }
    var zones =
        event
            .start()
            .offset()
            .map(o -> List.of(o.getTotalSeconds() == 0 ? "UTC" : "UTC" + o.getId()))
            .or(() -> event.timezone().map(z -> List.of(z.getId())))
            .orElse(List.of());
    return zones.isEmpty() ? "" : " (" + zones.get(0) + ")";
  }

  private static boolean hasNoTime(Optional<EventTime> at) {
    return at.isEmpty() || at.get().allDay();
  }
}
