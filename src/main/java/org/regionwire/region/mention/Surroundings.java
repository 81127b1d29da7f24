package org.regionwire.region.mention;

import java.util.BitSet;
import org.regionwire.region.mention.Hit.Candidate;

/** Judges a name by the words beside it. */
final class Surroundings {
  /** How far a sentence is looked at, in words, to each side. */
  private static final int SENTENCE = 25;

  private final Tokens tokens;
  private final BitSet named = new BitSet();
  private final boolean nounsAreCapital;

  Surroundings(Tokens tokens, String language) {
    this.tokens = tokens;
    this.nounsAreCapital = language.equals("de");
  }

  /** Takes note of which words are names of places. */
  void name(Hit hit) {
    named.set(hit.first(), hit.last() + 1);
  }

  boolean nounsAreCapital() {
    return nounsAreCapital;
  }

  Stance of(Hit hit, boolean big) {
    Stance refused = refused(hit, big);
    if (refused != Stance.PLAIN) {
      return refused;
    }
    Stance weak = weak(hit, big);
    return weak != Stance.PLAIN ? weak : strong(hit);
  }

  private Stance refused(Hit hit, boolean big) {
    int before = hit.first() - 1;
    int after = hit.last() + 1;
    boolean follows = linked(after);
    boolean led = linked(hit.first());
    if (follows && has(after, Cue.STREET, hit) || led && has(before, Cue.STREET_BEFORE, hit)) {
      return Stance.STREET;
    }
    if (isConcept(hit, before, after)) {
      return Stance.CONCEPT;
    }
    if (follows && has(after, Cue.COMPANY, hit) && capital(after)
        || led && has(before, Cue.COMPANY_BEFORE, hit)
        || !big && isFirm(hit, after)) {
      return Stance.COMPANY;
    }
    if (isPerson(hit, big)) {
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

  /** Berg & Dal. */
  private boolean isFirm(Hit hit, int after) {
    return tokens.sameField(hit.first(), after) && tokens.gap(after) == '&'
        || tokens.gap(hit.first()) == '&';
  }

  private boolean isConcept(Hit hit, int before, int after) {
    return linked(after) && has(after, Cue.CONCEPT, hit)
        || linked(hit.first()) && has(before, Cue.CONCEPT_BEFORE, hit)
        || has(before, Cue.OF, hit) && has(before - 1, Cue.CONCEPT_BEFORE, hit);
  }

  private boolean isPerson(Hit hit, boolean big) {
    int before = hit.first() - 1;
    int after = hit.last() + 1;
    Role role = hit.candidates().get(0).role();
    boolean moves = role == Role.IN || role == Role.FROM || role == Role.TO;
    boolean led = spaced(hit.first());
    if (led && capital(before) && has(before, Cue.GIVEN_NAME, hit) && !moves) {
      return true;
    }
    boolean initial =
        before >= 0 && tokens.end(before) - tokens.start(before) == 1 && capital(before);
    if (initial && tokens.gap(hit.first()) == '.' && tokens.sameField(before, hit.first())) {
      return true;
    }
    if (led && has(before, Cue.TITLE, hit) && role == Role.PLAIN) {
      return true;
    }
    if (hit.words() > 1) {
      return false;
    }
    boolean nameFollows = spaced(after) && capital(after) && !tokens.is(after, Tokens.FIRST);
    if (nameFollows && has(hit.first(), Cue.GIVEN_NAME, hit) && role == Role.PLAIN) {
      return true;
    }
    return !big && role == Role.PLAIN && (has(after, Cue.SAID, hit) && linked(after));
  }

  /** Усть-Луга is not Луга. */
  private boolean isHyphenated(Hit hit, int after) {
    int first = hit.first();
    return linked(first) && !spaced(first) && tokens.gap(first) != '.' && isOther(first - 1)
        || linked(after) && !spaced(after) && tokens.gap(after) != '.' && isOther(after);
  }

  /** A capital that is not a place's. */
  private boolean isOther(int token) {
    return capital(token) && !named.get(token);
  }

  private boolean isWord(Hit hit, int after) {
    Candidate candidate = hit.candidates().get(0);
    if (candidate.role() != Role.ADJ) {
      return false;
    }
    if (nounsAreCapital && !(spaced(after) && capital(after))) {
      return true;
    }
    return has(after, Cue.FOOD, hit);
  }

  private boolean isWork(Hit hit) {
    if (!tokens.is(hit.first(), Tokens.QUOTED)) {
      return false;
    }
    int at = hit.first();
    while (tokens.is(at, Tokens.QUOTED) && tokens.sameField(at, hit.first())) {
      at--;
    }
    return has(at, Cue.WORK, hit) || has(at - 1, Cue.WORK, hit);
  }

  private Stance weak(Hit hit, boolean big) {
    int before = hit.first() - 1;
    int after = hit.last() + 1;
    if (linked(after) && (has(after, Cue.INSTITUTION, hit) || isLongInstitution(hit, after))
        || linked(hit.first()) && has(before, Cue.INSTITUTION_BEFORE, hit)
        || has(before, Cue.OF, hit) && has(before - 1, Cue.INSTITUTION_BEFORE, hit)) {
      return Stance.INSTITUTION;
    }
    if (isAddress(hit)) {
      return Stance.ADDRESS;
    }
    if (isDateline(hit, after)) {
      return Stance.DATELINE;
    }
    if (isBesideName(hit, before, big)) {
      return Stance.BESIDE_NAME;
    }
    if (tokens.is(hit.first(), Tokens.QUOTED)) {
      return Stance.QUOTED;
    }
    Role role = hit.candidates().get(0).role();
    if (role == Role.COMPOUND || isCounty(hit) && hit.words() == 1) {
      return Stance.AREA;
    }
    return role == Role.ADJ ? Stance.DERIVED : Stance.PLAIN;
  }

  /** Riga Technical University. */
  private boolean isLongInstitution(Hit hit, int after) {
    return capital(after) && linked(after + 1) && has(after + 1, Cue.INSTITUTION, hit);
  }

  private boolean isAddress(Hit hit) {
    int before = hit.first() - 1;
    if (!tokens.is(before, Tokens.NUMBER) || !spaced(hit.first())) {
      return false;
    }
    String digits = tokens.between(before, before);
    boolean year = digits.startsWith("19") || digits.startsWith("20");
    return digits.length() == 5 && !year
        || digits.length() == 4 && !year
        || digits.length() <= 3 && tokens.is(before - 1, Tokens.NUMBER) && linked(before);
  }

  private boolean isDateline(Hit hit, int after) {
    boolean opens = hit.first() == 0 || tokens.field(hit.first() - 1) != tokens.field(hit.first());
    if (!opens || tokens.field(hit.first()) == 0 || !tokens.sameField(hit.first(), after)) {
      return false;
    }
    char gap = tokens.gap(after);
    if (gap == '(' || gap == '–' || gap == '—' || gap == '-' && !tokens.is(after, Tokens.JOINED)) {
      return true;
    }
    return gap == ','
        && (tokens.is(after, Tokens.NUMBER)
            || has(after, Cue.MONTH, hit)
            || has(after + 1, Cue.AGENCY, hit)
            || has(after + 2, Cue.AGENCY, hit));
  }

  /** A word we do not know with a capital before a small place: more likely a name of its own. */
  private boolean isBesideName(Hit hit, int before, boolean big) {
    return !nounsAreCapital
        && !big
        && hit.words() == 1
        && spaced(hit.first())
        && capital(before)
        && !tokens.is(before, Tokens.FIRST)
        && !knows(before, hit);
  }

  private boolean knows(int token, Hit hit) {
    return named.get(token)
        || has(token, Cue.IN, hit)
        || has(token, Cue.CITY_BEFORE, hit)
        || has(token, Cue.COUNTY_BEFORE, hit)
        || has(token, Cue.MONTH, hit)
        || has(token, Cue.FUNCTION_WORD, hit);
  }

  private Stance strong(Hit hit) {
    int before = hit.first() - 1;
    Role role = hit.candidates().get(0).role();
    if (role == Role.FROM || has(before, Cue.FROM, hit) || isAfar(hit, before)) {
      return isAfar(hit, before) ? Stance.DISTANT : Stance.ORIGIN;
    }
    if (role == Role.IN || has(before, Cue.IN, hit)) {
      return sentenceHas(hit, Cue.EARLIER, Cue.EARLIER)
          ? Stance.EARLIER
          : sentenceHas(hit, Cue.MONTH, Cue.HAPPENS) ? Stance.EVENT : Stance.HERE;
    }
    if (isActing(hit)) {
      return Stance.ACTING;
    }
    return role == Role.TO || has(before, Cue.TO, hit) ? Stance.TOWARDS : Stance.PLAIN;
  }

  /** Whether a word of the sentence is one of these cues. */
  private boolean sentenceHas(Hit hit, Cue one, Cue other) {
    int start = hit.first();
    while (start > hit.first() - SENTENCE && start > 0 && !tokens.is(start, Tokens.FIRST)) {
      start--;
    }
    for (int at = start; at < hit.last() + SENTENCE && at < tokens.size(); at++) {
      if (at > hit.last() && tokens.is(at, Tokens.FIRST)) {
        return false;
      }
      if (has(at, one, hit) || has(at, other, hit)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAfar(Hit hit, int before) {
    for (int at = before; at >= before - 3; at--) {
      if (has(at, Cue.DISTANCE, hit) || at >= before - 1 && has(at, Cue.NEAR, hit)) {
        return true;
      }
      if (tokens.is(at + 1, Tokens.FIRST)) {
        return false;
      }
    }
    return false;
  }

  private boolean isActing(Hit hit) {
    int before = hit.first() - 1;
    return linked(hit.last() + 1) && has(hit.last() + 1, Cue.CITY, hit)
        || has(before, Cue.CITY_BEFORE, hit)
        || has(before, Cue.OF, hit) && has(before - 1, Cue.CITY_BEFORE, hit);
  }

  /** Whether a word beside it says that it is a county or the like. */
  boolean isCounty(Hit hit) {
    int before = hit.first() - 1;
    return linked(hit.last() + 1) && has(hit.last() + 1, Cue.COUNTY, hit)
        || linked(hit.first()) && has(before, Cue.COUNTY_BEFORE, hit)
        || has(before, Cue.OF, hit) && has(before - 1, Cue.COUNTY_BEFORE, hit);
  }

  boolean isIsland(Hit hit) {
    return linked(hit.last() + 1) && has(hit.last() + 1, Cue.ISLAND, hit)
        || has(hit.first() - 1, Cue.ISLAND, hit)
        || has(hit.first() - 1, Cue.OF, hit) && has(hit.first() - 2, Cue.ISLAND, hit);
  }

  /** Whether it may be no more than a word, its capital saying nothing. */
  boolean mayBeWord(Hit hit) {
    if (hit.words() > 1) {
      return false;
    }
    boolean everyday =
        has(hit.first(), Cue.FUNCTION_WORD, hit)
            || has(hit.first(), Cue.ORDINARY, hit)
            || has(hit.first(), Cue.MONTH, hit);
    return everyday && (nounsAreCapital || tokens.is(hit.first(), Tokens.FIRST | Tokens.HEADLINE));
  }

  /** Whether the word before it, or the one behind, is one that belongs to a place. */
  boolean isLed(Hit hit) {
    int before = hit.first() - 1;
    return has(before, Cue.IN, hit)
        || has(before, Cue.FROM, hit)
        || has(before, Cue.TO, hit)
        || isActing(hit);
  }

  boolean isEveryday(Hit hit) {
    return hit.words() == 1
        && (has(hit.first(), Cue.ORDINARY, hit) || has(hit.first(), Cue.FUNCTION_WORD, hit));
  }

  private boolean has(int token, Cue cue, Hit hit) {
    return tokens.has(token, cue, hit.first());
  }

  private boolean capital(int token) {
    return tokens.is(token, Tokens.CAPITAL);
  }

  /** Joined to the word before by a space or a hyphen. */
  private boolean linked(int token) {
    return tokens.is(token, Tokens.JOINED);
  }

  private boolean spaced(int token) {
    return tokens.is(token, Tokens.SPACED);
  }
}
