package org.regionwire.digest.letters;

import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;
import org.regionwire.news.Event.Place;
import org.regionwire.news.NewsItem;

/** Makes the entry of an item: short enough that many fit into one letter. */
final class EntryWriter {
  private static final int TITLE = 200;
  private static final int TEASER = 280;
  private static final int PLACE = 160;

  private final Letterhead letterhead;
  private final EventWhen when;

  EntryWriter(Letterhead letterhead, Wording wording, ZoneId zone) {
    this.letterhead = letterhead;
    this.when = new EventWhen(wording, zone);
  }

  Entry of(Pick pick) {
    NewsItem item = pick.published().item();
    return new Entry(
        cut(item.title(), TITLE),
        cut(item.summary().or(() -> item.content().map(EntryWriter::plain)).orElse(""), TEASER),
        item.event().map(when::of).orElse(""),
        cut(item.event().flatMap(event -> event.place()).map(EntryWriter::name).orElse(""), PLACE),
        pick.labels(),
        letterhead.link("/items/" + item.id()),
        item.language().orElse(""));
  }

  private static String name(Place place) {
    return Stream.of(place.name(), place.address())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /** Of sanitised HTML, where a tag is all that stands between two angle brackets. */
  private static String plain(String html) {
    return StringEscapeUtils.unescapeHtml4(html.replaceAll("<[^>]*>", " "));
  }

  private static String cut(String text, int longest) {
    String line = text.replaceAll("[\\s\\u00a0]+", " ").strip();
    if (line.length() <= longest) {
      return line;
    }
    int space = line.lastIndexOf(' ', longest - 1);
    int end = space > longest / 2 ? space : longest - 1;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end).stripTrailing() + "…";
  }
}
