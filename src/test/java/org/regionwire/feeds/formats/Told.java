package org.regionwire.feeds.formats;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What all formats have of an item. */
record Told(
    String title,
    String link,
    Instant published,
    Optional<Instant> updated,
    Optional<String> summary,
    Optional<String> html,
    List<String> authors,
    Optional<String> language,
    Optional<String> source,
    List<String> terms,
    List<File> files,
    Optional<String> point) {

  /**
   * @param length -1 where it is not said
   */
  record File(String url, String type, long length) {}

  /** RSS has no time of an update. */
  Told withoutUpdated() {
    return new Told(
        title,
        link,
        published,
        Optional.empty(),
        summary,
        html,
        authors,
        language,
        source,
        terms,
        files,
        point);
  }
}
