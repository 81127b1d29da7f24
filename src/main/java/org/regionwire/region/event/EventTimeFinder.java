package org.regionwire.region.event;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.regionwire.news.EventTimeFound;

/**
 * Finds when the event that a text tells of starts and ends, in eleven languages. It gives nothing
 * rather than guess. Time is linear in the text, of which only the beginning is read. It keeps no
 * state and may be shared by threads.
 */
public final class EventTimeFinder {
  /** The date of an event stands early; what comes later is programme and small print. */
  private static final int LONGEST = 30_000;

  private static final int LONGEST_TITLE = 1_000;

  /**
   * @param body plain text
   * @param language BCP 47; found out from the words when it is empty or unknown
   * @param published the day the text is read from, in {@code zone}; without it a day without a
   *     year is found only where the text itself names the year
   * @param zone of the region, for the offset of times on the clock
   */
  public Optional<EventTimeFound> find(
      String title,
      String body,
      Optional<String> language,
      Optional<LocalDate> published,
      ZoneId zone) {
    String text = body.substring(0, Math.min(LONGEST, body.length()));
    String head = title.substring(0, Math.min(LONGEST_TITLE, title.length()));
    var vocabulary = Vocabularies.of(language, head, text);
    var lines = List.of(Line.of("title", head, vocabulary), Line.of("body", text, vocabulary));
    return absolute(lines, published, zone)
        .or(() -> published.flatMap(day -> relative(lines, day, zone)));
  }

  private static Optional<EventTimeFound> absolute(
      List<Line> lines, Optional<LocalDate> published, ZoneId zone) {
    var mentions =
        lines.stream()
            .flatMap(line -> SpanParser.mentions(line).stream())
            .map(Moves::settled)
            .toList();
    if (mentions.isEmpty()) {
      return Optional.empty();
    }
    var years = new Years(mentions, published);
    var dated = mentions.stream().flatMap(mention -> years.date(mention).stream()).toList();
    return new Choice(weighed(lines, mentions, dated, published), published, zone).best();
  }

  private static Optional<EventTimeFound> relative(
      List<Line> lines, LocalDate published, ZoneId zone) {
    var dated = lines.stream().flatMap(line -> Weekdays.in(line, published).stream()).toList();
    if (dated.isEmpty()) {
      return Optional.empty();
    }
    var mentions = dated.stream().map(Dated::mention).toList();
    var told =
        weighed(lines, mentions, dated, Optional.of(published)).stream()
            .filter(weighed -> weighed.role() == Role.HAPPENS || weighed.role() == Role.OPENS)
            .toList();
    return new Choice(told, Optional.of(published), zone).best();
  }

  private static List<Weighed> weighed(
      List<Line> lines, List<Mention> mentions, List<Dated> dated, Optional<LocalDate> published) {
    var roles = new Roles(mentions);
    var evidence = new Evidence(lines, published);
    return dated.stream().map(day -> evidence.weigh(day, roles.of(day.mention()))).toList();
  }
}
