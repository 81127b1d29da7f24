package org.regionwire.pages.regions;

import java.util.List;
import java.util.Optional;
import org.regionwire.pages.site.FeedAddresses;
import org.regionwire.pages.site.Link;
import org.regionwire.region.Region;

/**
 * Everything the page of one region shows.
 *
 * @param otherNames by language, in English
 * @param sources where the facts come from, each once; a fact points to them by number
 * @param parts those in use
 * @param otherParts those without profile and news
 * @param where an address on a larger map
 * @param zone the zone a letter's hour is in
 */
public record RegionPage(
    Region region,
    List<OtherName> otherNames,
    List<String> text,
    List<Fact> facts,
    List<String> sources,
    List<Link> parents,
    List<Link> parts,
    List<Link> otherParts,
    Optional<String> where,
    Optional<RegionMap> map,
    FeedAddresses feeds,
    String zone) {

  /** A name and the language it is in. */
  public record OtherName(String code, String language, String name) {}

  /** A fact; {@code source} counts from 1. */
  public record Fact(String label, String value, String year, int source) {}
}
