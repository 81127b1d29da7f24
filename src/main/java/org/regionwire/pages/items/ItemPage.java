package org.regionwire.pages.items;

import java.util.List;
import java.util.Optional;
import org.regionwire.pages.regions.Evidence;
import org.regionwire.pages.site.Link;

/**
 * Everything the page of one item shows.
 *
 * @param content sanitised HTML
 * @param languageName in English, when it is not English
 * @param source where the item came from
 * @param updated empty when it never was
 * @param correction the last material one
 * @param expired whether it has left the feeds
 * @param calendar where its event is as iCalendar, if it has one
 * @param history newest first; empty when there is only one revision
 */
public record ItemPage(
    String title,
    Optional<String> language,
    Optional<String> languageName,
    Optional<String> summary,
    Optional<String> content,
    Optional<String> author,
    Optional<String> organisation,
    Optional<Link> source,
    Moment published,
    Optional<Moment> updated,
    Optional<Notice> correction,
    boolean expired,
    Optional<Occasion> occasion,
    String calendar,
    Optional<Link> image,
    List<File> files,
    List<Link> regions,
    List<Evidence> evidence,
    List<Link> topics,
    List<Revision> history) {

  /** An attachment; {@code about} says its type and size. */
  public record File(Link link, String about) {}

  /** A material correction: what was wrong, and when that was said. */
  public record Notice(String note, Moment at) {}

  /**
   * A revision.
   *
   * @param what happened: {@code Updated}
   * @param note of its sender
   * @param differences from the revision before, as readers see them
   */
  public record Revision(
      int number, String what, Moment at, Optional<String> note, List<Difference> differences) {}

  /** What changed in one field. */
  public record Difference(String field, List<Piece> pieces) {}

  /** A run of words that were kept, taken out or put in. */
  public record Piece(Kind kind, String text) {

    /** What became of the words. */
    public enum Kind {
      KEPT,
      GONE,
      NEW
    }
  }
}
