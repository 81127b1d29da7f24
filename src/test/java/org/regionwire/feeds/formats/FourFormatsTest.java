package org.regionwire.feeds.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.FeedTitles;
import org.regionwire.feeds.Places;
import org.regionwire.feeds.Themes;
import org.regionwire.feeds.entries.EntryMaker;
import org.regionwire.news.Attachment;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/**
 * Whatever an item holds, the four formats say the same of it, as others read them: the JDK's DOM
 * for RSS and Atom, Camel's JSON, ical4j.
 */
class FourFormatsTest {
  private Desk desk = new Desk();

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void all_formats_say_the_same(@ForAll("items") List<EnrichedItem> items) throws Exception {
    desk = new Desk();
    desk.archive.add(items);
    var published = new HashMap<String, PublishedItem>();
    for (var item : desk.archive.latest(Selection.ALL, 99, Instant.MIN)) {
      published.put(item.id().tag(), item);
    }
    var expected = new HashMap<String, Told>();
    published.forEach((id, item) -> expected.put(id, told(item)));
    var withoutUpdated = new HashMap<String, Told>();
    expected.forEach((id, told) -> withoutUpdated.put(id, told.withoutUpdated()));
    assertThat(ToldByXml.rss(render(FeedFormat.RSS))).isEqualTo(withoutUpdated);
    assertThat(ToldByXml.atom(render(FeedFormat.ATOM))).isEqualTo(expected);
    assertThat(ToldByJson.items(render(FeedFormat.JSON), published)).isEqualTo(expected);
    CheckedCalendar.check(render(FeedFormat.ICS), expected, published);
  }

  /** By rules that are written here once more, not by what writes the feeds. */
  private static Told told(PublishedItem published) {
    var item = published.item();
    var entry = new EntryMaker(Desk.BASE, new FeedTitles(new Places(), new Themes()));
    return new Told(
        item.title(),
        Desk.BASE + "/items/" + item.id(),
        second(published.published()),
        Optional.of(published.updated()),
        entry.entry(published).summary(),
        entry.entry(published).html(),
        item.author().stream().toList(),
        item.language(),
        item.link().map(URI::toString),
        terms(published),
        item.attachments().stream()
            .map(
                file ->
                    new Told.File(
                        file.url().toString(),
                        type(file),
                        file.length().orElse(0) > 0 ? file.length().getAsLong() : -1))
            .toList(),
        published.enriched().point().map(point -> point.lat() + " " + point.lon()));
  }

  private static List<String> terms(PublishedItem published) {
    var terms = new ArrayList<>(List.of(published.kind().word()));
    terms.addAll(published.item().topics());
    terms.addAll(published.enriched().regionSlugs());
    return terms;
  }

  private static String type(Attachment file) {
    String guess =
        file.url().toString().endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
    return file.type().orElse(guess);
  }

  private static Instant second(Instant at) {
    return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  }

  @Provide
  Arbitrary<List<EnrichedItem>> items() {
    return AnyItems.lists(Desk.ENTRIES);
  }

  private String render(FeedFormat format) {
    return Desk.text(desk.press.render(Desk.feed("all", format)));
  }
}
