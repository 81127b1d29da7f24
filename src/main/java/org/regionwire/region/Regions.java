package org.regionwire.region;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.regionwire.news.Box;
import org.regionwire.news.Point;
import org.regionwire.region.gazetteer.Place;

/** The regions the wire knows, as a directed acyclic graph. */
public interface Regions {
  /** Every region, thousands of them, each made as the stream comes to it. */
  Stream<Region> all();

  /** Those somebody wrote about in the region files; in the order of their names. */
  Collection<Region> profiled();

  Optional<Region> bySlug(String slug);

  /**
   * By slug, present or former, or by code (ISO 3166-1, ISO 3166-2, NUTS); letter case does not
   * matter.
   */
  Optional<Region> resolve(String slugOrCode);

  /** The region of a place in the gazetteer. */
  Optional<Region> of(Place place);

  /** The present slug of a region that had this one before; nothing when no region had it. */
  Optional<String> canonical(String formerSlug);

  /** The slugs nearest to a misspelt one, best first, at most three. */
  List<String> suggestions(String unknown);

  /** Its parents, their parents and so on, nearest first, each once. */
  List<Region> ancestors(String slug);

  /** The regions directly in it, in the order of their names. */
  List<Region> parts(String slug);

  /** Its centre, else the middle of its extent. */
  Optional<Point> point(String slug);

  /** Where the places are that are in it, at any depth; of a place where that is. */
  List<Point> places(String slug);

  /** Around the places in it; nothing when no place is known in it. */
  Optional<Box> extent(String slug);
}
