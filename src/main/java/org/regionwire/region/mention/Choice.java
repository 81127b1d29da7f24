package org.regionwire.region.mention;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Kind;
import org.regionwire.region.gazetteer.NameRank;
import org.regionwire.region.mention.Hit.Candidate;

/** Chooses between places of one name by everything else that is known of the text. */
final class Choice {
  /** Below this a name is not taken for a place at all. */
  private static final double LEAST = 0.5;

  /** The same for a name that is an everyday word too. */
  private static final double LEAST_OF_WORDS = 0.6;

  /** From here a place at home is what people think of first, even where it is a word too. */
  private static final long KNOWN = 20_000;

  /** So much better is one in a region that the text names. */
  private static final double IN_REGION = 0.5;

  private static final Map<String, Set<String>> HOMES =
      Map.ofEntries(
          Map.entry("sv", Set.of("SE", "FI", "AX")),
          Map.entry("da", Set.of("DK", "FO", "GL")),
          Map.entry("no", Set.of("NO", "SJ")),
          Map.entry("fi", Set.of("FI", "AX")),
          Map.entry("et", Set.of("EE")),
          Map.entry("lv", Set.of("LV")),
          Map.entry("lt", Set.of("LT")),
          Map.entry("pl", Set.of("PL")),
          Map.entry("de", Set.of("DE", "AT", "CH")),
          Map.entry("ru", Set.of("RU", "BY")));

  private static final Set<String> AROUND =
      Set.of("SE", "DK", "NO", "FI", "EE", "LV", "LT", "PL", "DE", "AX", "IS");

  private final Gazetteer gazetteer;
  private final Overseas overseas;
  private final Surroundings surroundings;
  private final int language;
  private final Set<String> homes;

  /** How much the text speaks of each country. */
  private final Map<String, Double> countries = new HashMap<>();

  /** Where the text comes from. */
  private final Set<String> sources = new HashSet<>();

  /** Numbers of the regions that the text names. */
  private final Set<Integer> regions = new HashSet<>();

  Choice(Gazetteer gazetteer, Surroundings surroundings, String language) {
    this.gazetteer = gazetteer;
    this.overseas = new Overseas(gazetteer);
    this.surroundings = surroundings;
    this.language = NameRank.number(language);
    this.homes = HOMES.getOrDefault(language, Set.of());
  }

  void speaksOf(String country, double weight) {
    if (!country.isEmpty()) {
      countries.merge(country, weight, Double::sum);
    }
  }

  /** Takes note of the country that the text's source is in. */
  void isFrom(String country) {
    if (!country.isEmpty()) {
      sources.add(country);
    }
  }

  /** Takes note of a region, which speaks for the places in it. */
  void speaksOf(int place) {
    if (place < gazetteer.size() && gazetteer.kind(place) == Kind.REGION) {
      regions.add(place);
    }
  }

  /** The likeliest place; none when it is too unlikely to be a place. */
  Optional<Chosen> of(Hit hit, Stance stance, Optional<String> beside) {
    Candidate best = hit.candidates().get(0);
    double bestScore = -1;
    double second = -1;
    boolean proper = hit.candidates().stream().anyMatch(this::isProper);
    for (Candidate candidate : hit.candidates()) {
      if (proper && isNoisy(candidate)
          || !overseas.isCalledFor(candidate.place(), beside, countries::containsKey)) {
        continue;
      }
      double score = score(hit, candidate, beside);
      if (score > bestScore) {
        second = bestScore;
        bestScore = score;
        best = candidate;
      } else if (score > second) {
        second = score;
      }
    }
    boolean everyday = surroundings.isEveryday(hit);
    double needed = everyday ? LEAST_OF_WORDS : LEAST;
    if (everyday && isNoisy(best)) {
      return Optional.empty();
    }
    double likely = bestScore - (isInRegionNamed(best.place()) ? IN_REGION : 0);
    if (likely < needed) {
      return Optional.empty();
    }
    double margin = second < 0 ? 1 : Math.min(1, (bestScore - second) * 2);
    double confidence =
        Math.min(1, 0.35 + 0.35 * Math.min(1, bestScore) + 0.3 * margin)
            * (stance.isWeak() ? 0.7 : 1);
    return Optional.of(new Chosen(hit, best, stance, confidence, why(best, second, beside)));
  }

  /** The very name of a place, in its own language or the text's. */
  private boolean isProper(Candidate candidate) {
    int rank = Naming.rank(candidate.naming());
    return rank == NameRank.OWN || rank == language;
  }

  private static boolean isNoisy(Candidate candidate) {
    return Naming.rank(candidate.naming()) == NameRank.ALTERNATE;
  }

  /** Whether readers think of the place before they think of the word. */
  boolean isKnown(Chosen chosen) {
    int place = chosen.candidate().place();
    if (place >= gazetteer.size()) {
      return true;
    }
    int rank = Naming.rank(chosen.candidate().naming());
    return isHome(gazetteer.country(place))
        && gazetteer.population(place) >= KNOWN
        && (rank == NameRank.OWN || rank == language);
  }

  private boolean isHome(String country) {
    return homes.contains(country) || sources.contains(country);
  }

  private double score(Hit hit, Candidate candidate, Optional<String> beside) {
    int place = candidate.place();
    if (place >= gazetteer.size()) {
      return 1.6;
    }
    double score = weight(hit, place) * rank(candidate.naming());
    score *= candidate.exact() ? 1 : candidate.role() == Role.ADJ ? 0.75 : 0.92;
    String country = gazetteer.country(place);
    if (gazetteer.kind(place) == Kind.COUNTRY) {
      return beside.isPresent() && !beside.get().equals(country) ? score - 1 : score;
    }
    if (sources.contains(country)) {
      score += 0.25;
    }
    if (homes.contains(country)) {
      score += 0.3;
    } else if (AROUND.contains(country)) {
      score += 0.12;
    }
    score += Math.min(0.45, countries.getOrDefault(country, 0.0) * 0.2);
    if (beside.isPresent()) {
      score += beside.get().equals(country) ? 1 : -1;
    }
    return isInRegionNamed(place) ? score + IN_REGION : score;
  }

  private boolean isInRegionNamed(int place) {
    for (int region : regions) {
      if (gazetteer.isIn(place, region)) {
        return true;
      }
    }
    return false;
  }

  private double weight(Hit hit, int place) {
    double people = Math.log10(gazetteer.population(place) + 100) / 7;
    double capital = gazetteer.isCapital(place) ? 0.2 : 0;
    return switch (gazetteer.kind(place)) {
      case COUNTRY -> 1.3;
      case MACRO -> 1.2;
      case ISLAND -> surroundings.isIsland(hit) ? 1.4 : Math.max(0.6, people);
      case REGION -> surroundings.isCounty(hit) ? 1.5 : Math.max(0.5, people) - 0.25;
      case DISTRICT -> people - 0.1;
      case CITY -> people + capital;
    };
  }

  private double rank(int naming) {
    int rank = Naming.rank(naming);
    if (rank == NameRank.OWN || rank == language) {
      return 1;
    }
    if (rank == NameRank.ALIAS) {
      return 0.95;
    }
    return rank == NameRank.ALTERNATE ? 0.5 : 0.8;
  }

  private String why(Candidate best, double second, Optional<String> beside) {
    if (second < 0 || best.place() >= gazetteer.size()) {
      return "";
    }
    String country = gazetteer.country(best.place());
    if (beside.isPresent() && beside.get().equals(country)) {
      return "its country is named beside it";
    }
    if (isInRegionNamed(best.place())) {
      return "the text or its source names the region it is in";
    }
    if (countries.getOrDefault(country, 0.0) > 0) {
      return "the text names other places in " + country;
    }
    if (sources.contains(country)) {
      return "its source is in " + country;
    }
    return homes.contains(country)
        ? "the language is spoken there"
        : "it is the largest of the name";
  }
}
