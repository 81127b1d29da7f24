package org.regionwire.feeds.entries;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.regionwire.news.Event;
import org.regionwire.news.Point;

/**
 * An item as feeds show it.
 *
 * @param id a tag URI
 * @param link the item's page
 * @param source the sender's own page
 * @param summary plain text
 * @param html the whole content; empty when the title is all there is
 * @param authors never blank
 * @param yearInferred whether the text that tells the event's time does not tell its year
 */
public record FeedEntry(
    String id,
    String link,
    Optional<String> source,
    String title,
    Instant published,
    Instant updated,
    Optional<String> summary,
    Optional<String> html,
    List<String> authors,
    List<Category> categories,
    Optional<String> language,
    Optional<String> image,
    List<Enclosure> enclosures,
    Optional<Event> event,
    boolean yearInferred,
    Optional<Point> point) {

  /**
   * @param scheme a tag URI that ends in {@code kind}, {@code topic} or {@code region}
   * @param term the slug
   * @param label the name
   */
  public record Category(String scheme, String term, String label) {
    public static final String KIND = "tag:regionwire.org,2026:kind";
    public static final String TOPIC = "tag:regionwire.org,2026:topic";
    public static final String REGION = "tag:regionwire.org,2026:region";

    /** Of what its sender wanted to be shown until a time that is over. */
    public static final Category EXPIRED =
        new Category("tag:regionwire.org,2026:state", "expired", "Expired");
  }

  /**
   * @param type media type, guessed from the name when the sender gave none
   * @param length in bytes
   */
  public record Enclosure(String url, String type, OptionalLong length, Optional<String> title) {
    public boolean isImage() {
      return type.startsWith("image/");
    }
  }

  public FeedEntry with(Category category) {
    var more = new ArrayList<>(categories);
    more.add(category);
    return new FeedEntry(
        id,
        link,
        source,
        title,
        published,
        updated,
        summary,
        html,
        authors,
        more,
        language,
        image,
        enclosures,
        event,
        yearInferred,
        point);
  }

  public List<String> terms(String scheme) {
    return categories.stream().filter(c -> c.scheme().equals(scheme)).map(Category::term).toList();
  }
}
