package org.regionwire.region.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Kind;
import org.regionwire.region.mention.Hit.Candidate;

/** One text being read: every name in it, what stands around it, and what it is taken for. */
final class Reading {
  /** From here a name is known well enough to stand on its own. */
  private static final long BIG = 50_000;

  /** Where one says the state behind the city. */
  private static final Set<String> OF_STATES = Set.of("US", "CA", "AU");

  /** A text that names more is a list, and its end says no more than its beginning. */
  private static final int MOST = 2000;

  private final Gazetteer gazetteer;
  private final Tokens tokens;
  private final Surroundings surroundings;
  private final Choice choice;
  private final List<Hit> hits = new ArrayList<>();
  private final List<Stance> stances = new ArrayList<>();

  Reading(Gazetteer gazetteer, NameIndex names, Speech speech, Text text) {
    this.gazetteer = gazetteer;
    this.tokens = new Tokens(speech.cues(), text.title(), text.summary(), text.body());
    this.surroundings = new Surroundings(tokens, speech.language());
    this.choice = new Choice(gazetteer, surroundings, speech.language());
    var matcher = new Matcher(names, speech.forms(), tokens);
    for (int at = 0; at < tokens.size() && hits.size() < MOST; at++) {
      if (!tokens.is(at, Tokens.SMALL | Tokens.NUMBER) || matcher.isCounty(at)) {
        var hit = matcher.at(at);
        if (hit.isPresent()) {
          hits.add(hit.get());
          surroundings.name(hit.get());
          at = hit.get().last();
        }
      }
    }
    for (int i = 0; i < hits.size(); i++) {
      var stance = surroundings.of(hits.get(i), isBig(hits.get(i)));
      stances.add(stance == Stance.PLAIN && isListed(i) ? stances.get(i - 1) : stance);
    }
  }

  /** Whether it goes on a list: "from Delft, Aarhus and Åbo". */
  private boolean isListed(int number) {
    if (number == 0 || stances.get(number - 1).isRefused() || stances.get(number - 1).isWeak()) {
      return false;
    }
    int gap = hits.get(number).first() - hits.get(number - 1).last();
    int first = hits.get(number).first();
    return gap == 1 && tokens.gap(first) == ','
        || gap == 2 && tokens.has(first - 1, Cue.AND, first) && tokens.is(first, Tokens.SPACED);
  }

  Tokens tokens() {
    return tokens;
  }

  Choice choice() {
    return choice;
  }

  /** What the names are taken for; the refused ones are left out. */
  List<Chosen> chosen() {
    refuseSurnames();
    hear();
    Map<String, String> lands = lands();
    var chosen = new ArrayList<Chosen>();
    Set<Integer> sure = new HashSet<>();
    for (int i = 0; i < hits.size(); i++) {
      var one =
          stances.get(i).isRefused()
              ? Optional.<Chosen>empty()
              : choice.of(hits.get(i), stances.get(i), land(i, lands));
      one.ifPresent(chosen::add);
      one.filter(this::isSure).ifPresent(place -> sure.add(place.candidate().place()));
    }
    chosen.removeIf(one -> !sure.contains(one.candidate().place()));
    return chosen;
  }

  /** The countries said beside names, which hold for the names elsewhere in the text too. */
  private Map<String, String> lands() {
    Map<String, String> lands = new HashMap<>();
    for (int i = 0; i < hits.size(); i++) {
      String name = tokens.between(hits.get(i).first(), hits.get(i).last());
      beside(i).ifPresent(country -> lands.put(name, country));
    }
    return lands;
  }

  private Optional<String> land(int number, Map<String, String> lands) {
    if (lands.isEmpty()) {
      return Optional.empty();
    }
    var hit = hits.get(number);
    return Optional.ofNullable(lands.get(tokens.between(hit.first(), hit.last())));
  }

  /** Whether it is surely a name and not a word; one such place lets the others of it pass. */
  private boolean isSure(Chosen chosen) {
    if (chosen.stance() == Stance.BESIDE_NAME) {
      return false;
    }
    return !surroundings.mayBeWord(chosen.hit())
        || surroundings.isLed(chosen.hit())
        || !surroundings.nounsAreCapital() && choice.isKnown(chosen);
  }

  private boolean isBig(Hit hit) {
    return hit.candidates().stream()
        .anyMatch(
            candidate ->
                candidate.place() >= gazetteer.size()
                    || gazetteer.population(candidate.place()) >= BIG
                    || gazetteer.kind(candidate.place()) == Kind.COUNTRY);
  }

  /** Who was called by the full name once is called by the surname later. */
  private void refuseSurnames() {
    Set<String> surnames = new HashSet<>();
    for (int i = 0; i < hits.size(); i++) {
      if (stances.get(i) == Stance.PERSON) {
        surnames.add(tokens.between(hits.get(i).first(), hits.get(i).last()));
      }
    }
    for (int i = 0; i < hits.size() && !surnames.isEmpty(); i++) {
      var hit = hits.get(i);
      boolean same = surnames.contains(tokens.between(hit.first(), hit.last()));
      if (same && stances.get(i) != Stance.HERE) {
        stances.set(i, Stance.PERSON);
      }
    }
  }

  /** Countries named, and those of names that only one place has. */
  private void hear() {
    for (int i = 0; i < hits.size(); i++) {
      var candidates = hits.get(i).candidates();
      int place = candidates.get(0).place();
      if (stances.get(i).isRefused() || place >= gazetteer.size()) {
        continue;
      }
      boolean country = gazetteer.kind(place) == Kind.COUNTRY;
      if (country || candidates.size() == 1 && candidates.get(0).exact()) {
        choice.speaksOf(gazetteer.country(place), country ? 1 : 0.6);
      }
    }
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
    return list
        ? Optional.empty()
        : next.candidates().stream()
            .filter(candidate -> isWide(candidate, isCountry(hit)) && !isCityToo(next))
            .findFirst()
            .map(wide -> gazetteer.country(wide.place()));
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
                    && !OF_STATES.contains(gazetteer.country(candidate.place())));
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
