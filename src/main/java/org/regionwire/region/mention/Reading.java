package org.regionwire.region.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Kind;
import org.regionwire.region.mention.Hit.Candidate;

/** One text being read: every name in it, what stands around it, and what it is taken for. */
final class Reading {
  /** From here a name is known well enough to stand on its own. */
  private static final long BIG = 50_000;

  /** A text that names more is a list, and its end says no more than its beginning. */
  private static final int MOST = 2000;

  private final Gazetteer gazetteer;
  private final Tokens tokens;
  private final Overseas overseas;
  private final Surroundings surroundings;
  private final Choice choice;
  private final List<Hit> hits = new ArrayList<>();
  private final List<Stance> stances = new ArrayList<>();

  Reading(Gazetteer gazetteer, NameIndex names, Speech speech, Text text) {
    this.gazetteer = gazetteer;
    this.overseas = new Overseas(gazetteer);
    this.tokens = new Tokens(speech.cues(), text.title(), text.summary(), text.body());
    this.surroundings = new Surroundings(tokens, speech);
    this.choice = new Choice(gazetteer, surroundings, speech.language());
    var matcher = new Matcher(names, speech.forms(), tokens);
    for (int at = 0; at < tokens.size() && hits.size() < MOST; at++) {
      if (!tokens.is(at, Tokens.SMALL | Tokens.NUMBER) || matcher.isCounty(at)) {
        var hit = matcher.at(at).map(found -> city(found, matcher));
        if (hit.isPresent()) {
          hits.add(hit.get());
          surroundings.name(hit.get());
          at = hit.get().last();
        }
      }
    }
    for (Hit hit : hits) {
      stances.add(surroundings.of(hit, isBig(hit)));
    }
    new Rows(gazetteer, tokens, hits, speech.language()).read(stances);
  }

  /** Of "Hamburg-Eimsbüttel" the city, which is read before its district. */
  private Hit city(Hit hit, Matcher matcher) {
    if (hit.words() == 1 || tokens.gap(hit.first() + 1) != '-') {
      return hit;
    }
    return matcher
        .at(hit.first(), 1)
        .filter(city -> hit.candidates().stream().allMatch(part -> isDistrict(part, city)))
        .orElse(hit);
  }

  private boolean isDistrict(Candidate part, Hit city) {
    return part.place() < gazetteer.size()
        && gazetteer.kind(part.place()) == Kind.DISTRICT
        && city.candidates().stream()
            .anyMatch(whole -> gazetteer.isIn(part.place(), whole.place()));
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
    var lands = new Lands(gazetteer, tokens, hits);
    var chosen = new ArrayList<Chosen>();
    Set<Integer> sure = new HashSet<>();
    for (int i = 0; i < hits.size(); i++) {
      var one =
          stances.get(i).isRefused()
              ? Optional.<Chosen>empty()
              : choice.of(hits.get(i), stances.get(i), lands.of(i));
      one.ifPresent(chosen::add);
      one.filter(this::isSure).ifPresent(place -> sure.add(place.candidate().place()));
    }
    chosen.removeIf(one -> !sure.contains(one.candidate().place()));
    return chosen;
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
                        && !overseas.isLesser(candidate.place())
                    || gazetteer.kind(candidate.place()) == Kind.COUNTRY);
  }

  /** Who was called by the full name once is called by the surname later. */
  private void refuseSurnames() {
    Set<Integer> surnames = new HashSet<>();
    for (int i = 0; i < hits.size(); i++) {
      if (stances.get(i) == Stance.PERSON) {
        hits.get(i).candidates().forEach(candidate -> surnames.add(candidate.place()));
      }
    }
    for (int i = 0; i < hits.size() && !surnames.isEmpty(); i++) {
      boolean same =
          hits.get(i).candidates().stream()
              .anyMatch(candidate -> surnames.contains(candidate.place()));
      if (same && !stances.get(i).isWhere()) {
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
      if (candidates.size() == 1 || surroundings.isCounty(hits.get(i))) {
        candidates.forEach(candidate -> choice.speaksOf(candidate.place()));
      }
      boolean country = gazetteer.kind(place) == Kind.COUNTRY;
      boolean only =
          candidates.size() == 1 && candidates.get(0).exact() && !overseas.isLesser(place);
      if (country || only) {
        choice.speaksOf(gazetteer.country(place), country ? 1 : 0.6);
      }
    }
  }
}
