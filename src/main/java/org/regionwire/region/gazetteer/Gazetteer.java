package org.regionwire.region.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All places we know: countries, regions of Europe, cities, islands and macro-regions. Columns stay
 * packed; a {@link Place} is made when asked for.
 */
public final class Gazetteer {
  private static final String RESOURCE = "/gazetteer/gazetteer.bin";
  private static final int KINDS = 7;
  private static final int CAPITAL = 8;
  private static final double DEGREE = 1e4;

  /** A power of two. */
  private static final int RECENT = 1024;

  private final Columns columns;

  /** By the last bits of the number; a race only makes a place twice. */
  private final @Nullable Place[] recent = new Place[RECENT];

  private final Map<String, Integer> byCode = new HashMap<>();
  private final Map<Integer, Integer> byGeonameId = new HashMap<>();

  private Gazetteer(Columns columns) {
    this.columns = columns;
    for (int n = 0; n < columns.size(); n++) {
      for (int c = columns.codeStarts()[n]; c < columns.codeStarts()[n + 1]; c++) {
        byCode.putIfAbsent(columns.codes().get(c).toUpperCase(Locale.ROOT), n);
      }
      if (columns.geonameIds()[n] != 0) {
        byGeonameId.putIfAbsent(columns.geonameIds()[n], n);
      }
    }
  }

  /** Reads the one in the jar. */
  public static Gazetteer load() {
    return new Gazetteer(Columns.read(Packed.resource(RESOURCE)));
  }

  public int size() {
    return columns.size();
  }

  /** In the order of their numbers: countries, regions, cities, then those added by hand. */
  public Stream<Place> places() {
    return IntStream.range(0, size()).mapToObj(this::make);
  }

  /** Kept for a while, as texts name some places again and again. */
  public Place place(int number) {
    int slot = number & (RECENT - 1);
    var place = recent[slot];
    if (place == null || place.number() != number) {
      place = make(number);
      recent[slot] = place;
    }
    return place;
  }

  private Place make(int number) {
    Map<String, String> names = new LinkedHashMap<>();
    List<String> aliases = new ArrayList<>();
    for (int i = columns.nameStarts()[number] + 1; i < columns.nameStarts()[number + 1]; i++) {
      int rank = NameRank.of(columns.ranks()[i] & 0xff);
      if (NameRank.isTagged(rank)) {
        names.putIfAbsent(NameRank.LANGUAGES.get(rank - 1), columns.names().get(i));
      } else {
        aliases.add(columns.names().get(i));
      }
    }
    int id = columns.geonameIds()[number];
    return new Place(
        number,
        id == 0 ? OptionalInt.empty() : OptionalInt.of(id),
        name(number),
        kind(number),
        country(number),
        codes(number),
        degrees(columns.lats()[number]),
        degrees(columns.lons()[number]),
        population(number),
        columns.zones().get(columns.zone()[number]),
        isCapital(number),
        parents(number),
        Map.copyOf(names),
        List.copyOf(aliases));
  }

  /** Its own name. */
  public String name(int number) {
    return columns.names().get(columns.nameStarts()[number]);
  }

  public Kind kind(int number) {
    return Columns.KINDS.get(columns.kinds()[number] & KINDS);
  }

  public boolean isCapital(int number) {
    return (columns.kinds()[number] & CAPITAL) != 0;
  }

  /** ISO 3166-1 alpha-2; empty where it lies in several. */
  public String country(int number) {
    return columns.countryNames()[columns.country()[number]];
  }

  public long population(int number) {
    return columns.populations()[number];
  }

  /** Numbers of the places that it is directly in, smallest first. */
  public List<Integer> parents(int number) {
    var parents = new ArrayList<Integer>();
    for (int i = columns.parentStarts()[number]; i < columns.parentStarts()[number + 1]; i++) {
      parents.add(columns.parents()[i]);
    }
    return List.copyOf(parents);
  }

  /** Whether one place is directly in another. */
  public boolean isIn(int number, int parent) {
    for (int i = columns.parentStarts()[number]; i < columns.parentStarts()[number + 1]; i++) {
      if (columns.parents()[i] == parent) {
        return true;
      }
    }
    return false;
  }

  /** Numbers of the places directly in it; looks at all places. */
  public List<Integer> children(int number) {
    return IntStream.range(0, size()).filter(child -> isIn(child, number)).boxed().toList();
  }

  /** By ISO 3166-1, ISO 3166-2, NUTS, or the slug of an island; letter case does not matter. */
  public Optional<Place> byCode(String code) {
    return Optional.ofNullable(byCode.get(code.toUpperCase(Locale.ROOT))).map(this::place);
  }

  public Optional<Place> byGeonameId(int id) {
    return Optional.ofNullable(byGeonameId.get(id)).map(this::place);
  }

  /** As {@link #byCode}, without making the place. */
  public OptionalInt numberByCode(String code) {
    var number = byCode.get(code.toUpperCase(Locale.ROOT));
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** As {@link #byGeonameId}, without making the place. */
  public OptionalInt numberByGeonameId(int id) {
    var number = byGeonameId.get(id);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** In GeoNames; 0 when it is not there. */
  public int geonameId(int number) {
    return columns.geonameIds()[number];
  }

  /** Degrees, WGS 84; NaN when unknown. */
  public double lat(int number) {
    return degrees(columns.lats()[number]);
  }

  /** Degrees, WGS 84; NaN when unknown. */
  public double lon(int number) {
    return degrees(columns.lons()[number]);
  }

  /** A name that is looked for in texts; see {@link NameRank}. */
  public interface NameReader {
    void read(int number, int rank, String name);
  }

  /** Gives every name that is looked for in texts, place by place. */
  public void readNames(NameReader reader) {
    for (int n = 0; n < size(); n++) {
      for (int i = columns.nameStarts()[n]; i < columns.nameStarts()[n + 1]; i++) {
        int rank = columns.ranks()[i] & 0xff;
        if (!NameRank.isSilent(rank)) {
          reader.read(n, rank, columns.names().get(i));
        }
      }
    }
  }

  /** As in {@link Place#codes}. */
  public List<String> codes(int number) {
    return IntStream.range(columns.codeStarts()[number], columns.codeStarts()[number + 1])
        .mapToObj(columns.codes()::get)
        .toList();
  }

  private static double degrees(int packed) {
    return packed == Integer.MIN_VALUE ? Double.NaN : packed / DEGREE;
  }
}
