package org.regionwire.region;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.news.Point;

/**
 * A place a reader can follow: city, county, country, or a network.
 *
 * @param slug stable and readable: {@code oresund-region}
 * @param name in English, for headings: {@code Øresund Region}
 * @param type {@code city}, {@code county}, {@code country}, {@code cross-border region} …
 * @param names by language (BCP 47), where they differ from {@code name}
 * @param aliases other names it is found by
 * @param codes ISO 3166-1 alpha-2, ISO 3166-2, NUTS: {@code SE-M}
 * @param parents slugs of the regions it is part of, nearest first
 * @param languages spoken by its administration
 */
public record Region(
    String slug,
    String name,
    String type,
    Map<String, String> names,
    List<String> aliases,
    List<String> codes,
    Optional<Point> centre,
    Optional<ZoneId> zone,
    List<String> parents,
    List<String> languages,
    Optional<Profile> profile) {

  /** What its page says about it: paragraphs of plain text, and facts each with its year. */
  public record Profile(List<String> text, List<Fact> facts) {}

  /**
   * One fact.
   *
   * @param year the year it was true, as the source gives it: {@code 2023}, {@code about 2007}
   */
  public record Fact(String label, String value, String year, String source) {}
}
