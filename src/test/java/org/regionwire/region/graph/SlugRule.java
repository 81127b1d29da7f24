package org.regionwire.region.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.regionwire.region.gazetteer.Kind;
import org.regionwire.region.gazetteer.Place;
import org.regionwire.region.text.Folding;

/**
 * The slug of a region that is new in the list: its name, and where another has that, its name with
 * what sort of area it is, its country, or the area it lies in.
 */
final class SlugRule {
  private static final int LONGEST = 50;

  /** Two letters would be taken for the code of a country. */
  private static final int SHORTEST = 2;

  /** A name that says nothing without the country. */
  private static final Pattern DIRECTION =
      Pattern.compile(
          "(capital|central|cent(er|re)|(north|south|east|west|mid)+(ern)?|city|region)(-region)?");

  private SlugRule() {}

  static String slugify(String name) {
    String slug =
        Folding.fold(name)
            .replaceAll("[’'`´ʹ]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return slug.length() <= LONGEST ? slug : slug.substring(0, slug.lastIndexOf('-', LONGEST));
  }

  /**
   * @param country name of its country
   * @param area names of what it lies in, nearest first
   * @param key which no other has
   */
  static String slug(
      Place place,
      String country,
      List<String> area,
      String key,
      boolean sameCountry,
      Predicate<String> taken) {
    String base = SlugClusters.base(place);
    var wishes = new ArrayList<>(List.of(base));
    if (place.kind() == Kind.REGION || place.kind() == Kind.ISLAND) {
      wishes.add(base + "-" + slugify(PlaceWords.type(place)));
    }
    if (!sameCountry) {
      wishes.add(base + "-" + slugify(country));
    }
    area.forEach(one -> wishes.add(base + "-" + slugify(one)));
    wishes.add(base + "-" + slugify(country));
    wishes.add(base + "-" + slugify(key));
    return wishes.stream()
        .filter(wish -> wish.matches(RegionReader.SLUG.pattern()) && !wish.equals("all"))
        .filter(wish -> wish.length() > SHORTEST && !DIRECTION.matcher(wish).matches())
        .filter(wish -> !taken.test(wish))
        .findFirst()
        .orElseGet(() -> "place-" + slugify(key));
  }
}
