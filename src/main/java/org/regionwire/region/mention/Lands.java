package org.regionwire.region.mention;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Kind;
import org.regionwire.region.mention.Hit.Candidate;

/** The countries and states said right behind names, which hold elsewhere in the text too. */
final class Lands {
  private final Gazetteer gazetteer;
  private final Tokens tokens;
  private final List<Hit> hits;
  private final Map<String, String> lands = new HashMap<>();

  /**
   * @param hits all names of the text, in its order
   */
  Lands(Gazetteer gazetteer, Tokens tokens, List<Hit> hits) {
    this.gazetteer = gazetteer;
    this.tokens = tokens;
    this.hits = hits;
    for (int i = 0; i + 1 < hits.size(); i++) {
      var country = beside(i);
      if (country.isPresent()) {
        lands.put(written(i), country.get());
        lands.putIfAbsent(written(i + 1), country.get());
      }
    }
  }

  /** ISO 3166-1 alpha-2 of the country that a name is said to lie in. */
  Optional<String> of(int number) {
    return lands.isEmpty() ? Optional.empty() : Optional.ofNullable(lands.get(written(number)));
  }

  private String written(int number) {
    return tokens.between(hits.get(number).first(), hits.get(number).last());
  }

  /** The country that is said right behind a name: "Hamburg, New York", "Paris (France)". */
  private Optional<String> beside(int number) {
    if (number + 1 >= hits.size()) {
      return Optional.empty();
    }
    var hit = hits.get(number);
    var next = hits.get(number + 1);
    char gap = tokens.gap(next.first());
    if (next.first() != hit.last() + 1 || gap != ',' && gap != '(') {
      return Optional.empty();
    }
    boolean list =
        tokens.has(next.last() + 1, Cue.AND, hit.first())
            || number > 0
                && hits.get(number - 1).last() == hit.first() - 1
                && tokens.gap(hit.first()) == ',';
    return list ? Optional.empty() : wide(hit, next).map(wide -> gazetteer.country(wide.place()));
  }

  /** The Georgia of the Athens before it: the one that has a place of the name, if any. */
  private Optional<Candidate> wide(Hit hit, Hit next) {
    var wide =
        next.candidates().stream()
            .filter(candidate -> isWide(candidate, isCountry(hit)) && !isCityToo(next))
            .toList();
    return wide.stream()
        .filter(one -> hit.candidates().stream().anyMatch(city -> isInCountry(city, one)))
        .findFirst()
        .or(() -> wide.stream().findFirst());
  }

  private boolean isInCountry(Candidate city, Candidate wide) {
    return city.place() < gazetteer.size()
        && gazetteer.country(city.place()).equals(gazetteer.country(wide.place()));
  }

  private boolean isCountry(Hit hit) {
    int place = hit.candidates().get(0).place();
    return place >= gazetteer.size() || gazetteer.kind(place) == Kind.COUNTRY;
  }

  /** "Helsinki, Oslo" is a list, though Oslo is a county; "Hamburg, New York" is none. */
  private boolean isCityToo(Hit hit) {
    return hit.candidates().stream()
        .anyMatch(
            candidate ->
                candidate.place() < gazetteer.size()
                    && gazetteer.kind(candidate.place()) == Kind.CITY
                    && !Overseas.saysState(gazetteer.country(candidate.place())));
  }

  /** Behind a country only a region says that it is no country. */
  private boolean isWide(Candidate candidate, boolean behindCountry) {
    if (candidate.place() >= gazetteer.size()) {
      return false;
    }
    var kind = gazetteer.kind(candidate.place());
    return kind == Kind.REGION || kind == Kind.COUNTRY && !behindCountry;
  }
}
