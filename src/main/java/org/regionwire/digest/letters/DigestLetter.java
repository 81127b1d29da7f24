package org.regionwire.digest.letters;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the template of a digest shows.
 *
 * @param events first, by their start
 * @param news newest first
 * @param titles the rest, as links alone
 * @param more how many had no room at all
 */
public record DigestLetter(
    Wording wording,
    String subject,
    String wire,
    String date,
    List<Entry> events,
    List<Entry> news,
    List<Entry> titles,
    int more,
    String home,
    List<String> wishes,
    String daily,
    String unsubscribe) {
  public DigestLetter {
    events = List.copyOf(events);
    news = List.copyOf(news);
    titles = List.copyOf(titles);
  }

  /** This one with only the first {@code full} in full, and only {@code listed} after them. */
  DigestLetter shortened(int full, int listed) {
    int fullEvents = Math.min(full, events.size());
    int fullNews = full - fullEvents;
    var rest =
        Stream.concat(events.stream().skip(fullEvents), news.stream().skip(fullNews)).toList();
    int titled = Math.min(listed, rest.size());
    return new DigestLetter(
        wording,
        subject,
        wire,
        date,
        events.subList(0, fullEvents),
        news.subList(0, fullNews),
        rest.subList(0, titled),
        rest.size() - titled,
        home,
        wishes,
        daily,
        unsubscribe);
  }

  int size() {
    return events.size() + news.size();
  }
}
