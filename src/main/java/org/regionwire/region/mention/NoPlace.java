package org.regionwire.region.mention;

import org.regionwire.region.mention.Hit.Candidate;

/** Judges by the words beside it that a name is not a place's here. */
final class NoPlace {
  private final Beside beside;
  private final Tokens tokens;
  private final Persons persons;

  NoPlace(Beside beside, Persons persons) {
    this.beside = beside;
    this.tokens = beside.tokens();
    this.persons = persons;
  }

  /** What it is instead; {@link Stance#PLAIN} when nothing says that it is no place. */
  Stance of(Hit hit, boolean big) {
    int after = hit.last() + 1;
    if (beside.isBefore(Cue.STREET, hit)
        || beside.linked(hit.first()) && beside.has(hit.first() - 1, Cue.STREET_BEFORE, hit)) {
      return Stance.STREET;
    }
    if (beside.isBefore(Cue.CONCEPT, hit) || beside.isAfter(Cue.CONCEPT_BEFORE, hit)) {
      return Stance.CONCEPT;
    }
    if (isCompany(hit, after) || !big && isFirm(hit, after)) {
      return Stance.COMPANY;
    }
    if (persons.is(hit, big)) {
      return Stance.PERSON;
    }
    if (!big && isHyphenated(hit, after)) {
      return Stance.LONGER_NAME;
    }
    if (isWord(hit, after)) {
      return Stance.WORD;
    }
    return isWork(hit) ? Stance.WORK : Stance.PLAIN;
  }

  private boolean isCompany(Hit hit, int after) {
    return beside.isBefore(Cue.COMPANY, hit) && beside.capital(after)
        || beside.linked(hit.first()) && beside.has(hit.first() - 1, Cue.COMPANY_BEFORE, hit);
  }

  /** Berg & Dal. */
  private boolean isFirm(Hit hit, int after) {
    return tokens.sameField(hit.first(), after) && tokens.gap(after) == '&'
        || tokens.gap(hit.first()) == '&';
  }

  /** Усть-Луга is not Луга. */
  private boolean isHyphenated(Hit hit, int after) {
    int first = hit.first();
    return isHyphen(first) && beside.isOther(first - 1) || isHyphen(after) && beside.isOther(after);
  }

  private boolean isHyphen(int token) {
    return beside.linked(token)
        && !beside.spaced(token)
        && "-\u2010\u2011'’/".indexOf(tokens.gap(token)) >= 0;
  }

  private boolean isWord(Hit hit, int after) {
    Candidate candidate = hit.candidates().get(0);
    if (candidate.role() != Role.ADJ) {
      return false;
    }
    if (beside.nounsAreCapital() && !(beside.spaced(after) && beside.capital(after))) {
      return true;
    }
    return beside.has(after, Cue.FOOD, hit);
  }

  private boolean isWork(Hit hit) {
    if (!tokens.is(hit.first(), Tokens.QUOTED)) {
      return false;
    }
    int at = hit.first();
    while (tokens.is(at, Tokens.QUOTED) && tokens.sameField(at, hit.first())) {
      at--;
    }
    return beside.has(at, Cue.WORK, hit) || beside.has(at - 1, Cue.WORK, hit);
  }
}
