package org.regionwire.region.graph;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.regionwire.region.gazetteer.Kind;
import org.regionwire.region.gazetteer.Place;
import org.regionwire.region.text.Folding;

/** How a place of the gazetteer is put into words for a region. */
final class PlaceWords {
  private static final long CITY = 50_000;

  /** In which places call themselves by their names, as far as they are languages of ours. */
  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry("SE", "sv"),
          Map.entry("AX", "sv"),
          Map.entry("DK", "da"),
          Map.entry("NO", "no"),
          Map.entry("FI", "fi"),
          Map.entry("EE", "et"),
          Map.entry("LV", "lv"),
          Map.entry("LT", "lt"),
          Map.entry("PL", "pl"),
          Map.entry("DE", "de"),
          Map.entry("AT", "de"));

  /** In Estonia and Lithuania; their counties have two letters or digits. */
  private static final Pattern MUNICIPALITY = Pattern.compile("EE-\\d{3}|LT-\\d{2}");

  private PlaceWords() {}

  /** In English, but {@code Malmö} rather than {@code Malmo}. */
  static String name(Place place) {
    String english = place.nameIn("en");
    return Folding.fold(english).equals(Folding.fold(place.name())) ? place.name() : english;
  }

  /** Where they differ from {@link #name}, and its own name where that is not the heading. */
  static Map<String, String> names(Place place) {
    var names = new HashMap<String, String>(place.names());
    String heading = name(place);
    names.remove("en");
    var own = LANGUAGES.get(place.country());
    if (own != null) {
      names.putIfAbsent(own, place.name());
    }
    names.values().removeIf(heading::equals);
    return names;
  }

  static String type(Place place) {
    return switch (place.kind()) {
      case CITY -> place.capital() || place.population() >= CITY ? "city" : "town";
      case REGION -> isOwn(place) ? "region" : area(code(place));
      case MACRO -> "macro-region";
      default -> place.kind().name().toLowerCase(Locale.ROOT);
    };
  }

  /** What subdivisions of this country are called in English. */
  private static String area(String code) {
    if (!code.contains("-")) {
      return "statistical region";
    }
    boolean small = MUNICIPALITY.matcher(code).matches();
    return switch (code.substring(0, 2)) {
      case "LV" -> "municipality";
      case "EE", "LT" -> small ? "municipality" : "county";
      case "SE", "NO", "HR", "HU", "RO", "IE" -> "county";
      case "PL" -> "voivodeship";
      case "DE", "AT" -> "state";
      case "CH" -> "canton";
      case "NL", "BE", "ES" -> "province";
      default -> "region";
    };
  }

  /** Those the world knows, without those that we made for places that have none. */
  static Stream<String> codes(Place place) {
    return isOwn(place) ? Stream.empty() : place.codes().stream();
  }

  private static boolean isOwn(Place place) {
    String code = code(place);
    return place.kind() != Kind.COUNTRY && !code.isEmpty() && Character.isLowerCase(code.charAt(0));
  }

  private static String code(Place place) {
    return place.codes().stream().findFirst().orElse("");
  }

  static Stream<ZoneId> zone(Place place) {
    return place.zone().isEmpty() ? Stream.empty() : Stream.of(ZoneId.of(place.zone()));
  }
}
