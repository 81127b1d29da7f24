package org.regionwire.pages;

import java.util.List;
import java.util.Optional;

/**
 * Everything the page of one item shows.
 *
 * @param content sanitised HTML
 * @param languageName in English, when it is not English
 * @param source where the item came from
 * @param updated empty when it never was
 * @param expired whether it has left the feeds
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
    boolean expired,
    Optional<Occasion> occasion,
    Optional<Link> image,
    List<File> files,
    List<Link> regions,
    List<Evidence> evidence,
    List<Link> topics,
    List<Revision> history) {

  /** An attachment; {@code about} says its type and size. */
  public record File(Link link, String about) {}

  /** A revision, with its title where that was another than now. */
  public record Revision(int number, Moment at, Optional<String> title) {}
}
