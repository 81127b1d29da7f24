package org.regionwire.region.graph;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.regionwire.news.Point;

/**
 * What the gazetteer knows, as the graph needs it: places by their GeoNames id, areas and countries
 * by their code.
 */
interface Atlas {
  /** The atlas with nothing in it. */
  Atlas EMPTY =
      new Atlas() {
        @Override
        public Stream<String> keys() {
          return Stream.empty();
        }

        @Override
        public Optional<Leaf> find(String key) {
          return Optional.empty();
        }

        @Override
        public Optional<Point> centre(String key) {
          return Optional.empty();
        }

        @Override
        public List<String> parents(String key) {
          return List.of();
        }
      };

  /**
   * A place, area or country.
   *
   * @param name in English where the gazetteer has one, else its own
   * @param names by language (BCP 47)
   * @param code ISO 3166-1, ISO 3166-2 or NUTS; of places none
   * @param population of a place; 0 when unknown, and of areas
   */
  record Leaf(
      String key,
      String name,
      String type,
      Map<String, String> names,
      Optional<String> code,
      Optional<ZoneId> zone,
      long population) {}

  /** Of everything, in a lasting order. */
  Stream<String> keys();

  Optional<Leaf> find(String key);

  /** Where a place is; of areas and countries nothing. */
  Optional<Point> centre(String key);

  /** The keys of what it directly lies in, nearest first. */
  List<String> parents(String key);
}
