package org.regionwire.region.event;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.regionwire.news.EventTime;

/**
 * An event as one item tells of it.
 *
 * @param text plain text
 * @param language BCP 47
 * @param regions slugs of the regions it takes place in, without those that contain them
 */
public record EventTold(
    String title,
    String text,
    Optional<String> language,
    EventTime start,
    Optional<EventTime> end,
    Set<String> regions,
    Optional<URI> link) {

  public EventTold {
    regions = Set.copyOf(regions);
  }

  /**
   * What items of the same event have in common, such as {@code 2007-10-09/brussels}: only those
   * that share a key need be compared. One for each region, none without a region or link.
   */
  public List<String> keys() {
    var places = regions.stream().sorted().map(region -> start.date() + "/" + region);
    return Stream.concat(places, link.stream().map(URI::toString)).toList();
  }
}
