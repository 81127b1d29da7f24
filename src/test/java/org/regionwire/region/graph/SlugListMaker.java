package org.regionwire.region.graph;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Kind;
import org.regionwire.region.gazetteer.Place;

/**
 * Gives slugs to what is new in the gazetteer. What stands in the list is never changed or taken
 * away, because people follow it. To be run after the gazetteer was built anew: see {@code
 * SlugListTest}.
 */
public final class SlugListMaker {
  static final String HEAD =
      """
      # Slugs of the places and areas of the gazetteer, and their keys there: GeoNames ids, ISO 3166, NUTS.
      # Readers follow these: lines are added by SlugListMaker, and never changed or taken away.
      """;

  private static final double NEAR_DEGREES = 0.4;

  private final Gazetteer gazetteer;
  private final SlugClusters clusters;
  private final SlugList before;
  private final TreeMap<String, Set<String>> slugs = new TreeMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, Entry> written = new HashMap<>();
  private final Map<Place, Long> weights = new HashMap<>();
  private final Map<String, List<Place>> cities;
  private final Map<Integer, String> claims = new HashMap<>();

  SlugListMaker(SlugList before, Gazetteer gazetteer) {
    this.before = before;
    this.gazetteer = gazetteer;
    this.clusters = new SlugClusters(gazetteer);
    this.cities =
        clusters.places().stream()
            .filter(place -> place.kind() == Kind.CITY)
            .collect(Collectors.groupingBy(place -> place.country() + SlugClusters.base(place)));
    before.slugs().forEach(slug -> slugs.put(slug, new LinkedHashSet<>(before.keys(slug))));
    for (YamlFile file : YamlFile.shipped()) {
      var flaws = new Flaws();
      if (!file.name().equals("topics.yaml")) {
        file.entries(flaws)
            .forEach((slug, f) -> written.put(slug, new Entry(slug, f.line(), f.map(flaws))));
      }
    }
  }

  public static void main(String[] args) throws Exception {
    var file = Path.of("src/main/resources/regions", SlugList.FILE);
    var before = new SlugList(Files.exists(file) ? Files.readString(file) : "");
    Files.writeString(file, new SlugListMaker(before, Gazetteer.load()).make());
  }

  String make() {
    written.values().forEach(this::claim);
    clusters.all().stream()
        .filter(cluster -> !key(main(cluster)).equals("0"))
        .forEach(cluster -> weights.put(main(cluster), weight(cluster)));
    clusters.all().stream()
        .filter(cluster -> weights.containsKey(main(cluster)))
        .sorted(importance())
        .forEach(this::give);
    return slugs.entrySet().stream()
        .map(line -> line.getKey() + "\t" + String.join(" ", line.getValue()) + "\n")
        .collect(Collectors.joining("", HEAD, ""));
  }

  /** By its codes, else by its name if it is near. */
  private void claim(Entry entry) {
    var flaws = new Flaws();
    var read = new RegionReader(flaws).read(entry, Optional.empty());
    var region = read.region();
    String name = SlugRule.slugify(region.name());
    var mine = new ArrayList<Place>();
    for (Place place : clusters.places()) {
      boolean coded = place.codes().stream().anyMatch(c -> region.codes().contains(c));
      boolean named =
          (place.kind() == Kind.CITY) == region.type().equals("city")
              && region.centre().filter(c -> near(place, c.lat(), c.lon())).isPresent()
              && name.equals(SlugClusters.base(place));
      if (coded || named || place.codes().contains(entry.slug())) {
        mine.add(place);
      }
    }
    mine.forEach(place -> clusters.join(place.number(), mine.get(0).number()));
    mine.stream().limit(1).forEach(place -> claims.put(place.number(), entry.slug()));
  }

  private static boolean near(Place place, double lat, double lon) {
    return Math.abs(place.lat() - lat) < NEAR_DEGREES
        && Math.abs(place.lon() - lon) < 2 * NEAR_DEGREES;
  }

  private Comparator<List<Place>> importance() {
    return Comparator.<List<Place>>comparingInt(cluster -> claimed(cluster).isEmpty() ? 1 : 0)
        .thenComparingInt(cluster -> main(cluster).kind() == Kind.COUNTRY ? 0 : 1)
        .thenComparing(
            Comparator.<List<Place>>comparingLong(c -> weights.getOrDefault(main(c), 0L))
                .reversed())
        .thenComparing(cluster -> key(main(cluster)));
  }

  /** A city goes before the county that has its name. */
  private long weight(List<Place> cluster) {
    var main = main(cluster);
    long weight = cluster.stream().mapToLong(Place::population).max().orElse(0);
    if (main.kind() == Kind.CITY) {
      return weight;
    }
    return cities.getOrDefault(main.country() + SlugClusters.base(main), List.of()).stream()
        .filter(place -> clusters.holds(main.number(), place.number()))
        .mapToLong(place -> place.population() - 1)
        .min()
        .orElse(weight);
  }

  private void give(List<Place> cluster) {
    var keys = new LinkedHashSet<String>();
    cluster.stream().sorted(byKind()).forEach(place -> keys.addAll(keys(place)));
    var known = keys.stream().flatMap(key -> before.slug(key).stream()).findFirst();
    String slug = known.or(() -> claimed(cluster)).orElseGet(() -> fresh(cluster));
    keys.removeIf(key -> before.slug(key).isPresent());
    slugs.computeIfAbsent(slug, s -> new LinkedHashSet<>()).addAll(keys);
    countries.putIfAbsent(slug, main(cluster).country());
  }

  private String fresh(List<Place> cluster) {
    var main = main(cluster);
    String owner = countries.getOrDefault(SlugClusters.base(main), "");
    var areas =
        main.parents().stream()
            .map(clusters::place)
            .filter(area -> area.kind() != Kind.COUNTRY)
            .map(PlaceWords::name)
            .toList();
    return SlugRule.slug(
        main,
        gazetteer.byCode(main.country()).map(PlaceWords::name).orElse(main.country()),
        areas,
        key(main),
        owner.equals(main.country()),
        this::isTaken);
  }

  private boolean isTaken(String slug) {
    boolean code = gazetteer.byCode(slug).filter(p -> !p.codes().contains(slug)).isPresent();
    return code || slugs.containsKey(slug) || written.containsKey(slug);
  }

  private Optional<String> claimed(List<Place> cluster) {
    return cluster.stream()
        .filter(place -> claims.containsKey(place.number()))
        .map(place -> claims.getOrDefault(place.number(), ""))
        .findFirst();
  }

  private static Place main(List<Place> cluster) {
    return cluster.stream().min(byKind()).orElseThrow();
  }

  /** Countries, cities, areas of ISO 3166-2, the smaller ones of NUTS first. */
  private static Comparator<Place> byKind() {
    return Comparator.<Place>comparingInt(
            place ->
                switch (place.kind()) {
                  case COUNTRY -> 0;
                  case CITY -> 1;
                  default -> key(place).contains("-") ? 2 : 3;
                })
        .thenComparingInt(place -> -key(place).length())
        .thenComparingInt(Place::number);
  }

  private static List<String> keys(Place place) {
    return place.codes().isEmpty() ? List.of(key(place)) : place.codes();
  }

  private static String key(Place place) {
    return place.codes().stream()
        .findFirst()
        .orElseGet(() -> Integer.toString(place.geonameId().orElse(0)));
  }
}
