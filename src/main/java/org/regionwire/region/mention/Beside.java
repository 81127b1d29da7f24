package org.regionwire.region.mention;

import java.util.BitSet;

/** The words beside a name, and what they are. */
final class Beside {
  private final Tokens tokens;
  private final BitSet named = new BitSet();
  private final boolean nounsAreCapital;

  /**
   * @param language ISO 639-1
   */
  Beside(Tokens tokens, String language) {
    this.tokens = tokens;
    this.nounsAreCapital = language.equals("de");
  }

  /** Takes note of which words are names of places. */
  void name(Hit hit) {
    named.set(hit.first(), hit.last() + 1);
  }

  Tokens tokens() {
    return tokens;
  }

  boolean nounsAreCapital() {
    return nounsAreCapital;
  }

  /** Whether the word is part of a place's name. */
  boolean named(int token) {
    return token >= 0 && named.get(token);
  }

  boolean has(int token, Cue cue, Hit hit) {
    return tokens.has(token, cue, hit.first());
  }

  boolean capital(int token) {
    return tokens.is(token, Tokens.CAPITAL);
  }

  /** A capital that is not a place's. */
  boolean isOther(int token) {
    return capital(token) && !named(token);
  }

  /** Joined to the word before by a space or a hyphen. */
  boolean linked(int token) {
    return tokens.is(token, Tokens.JOINED);
  }

  boolean spaced(int token) {
    return tokens.is(token, Tokens.SPACED);
  }

  /** The word before the name, or the one before "of", is such a cue. */
  boolean isAfter(Cue cue, Hit hit) {
    int before = hit.first() - 1;
    return linked(hit.first()) && has(before, cue, hit)
        || has(before, Cue.OF, hit) && has(before - 1, cue, hit);
  }

  /** The word behind the name is such a cue. */
  boolean isBefore(Cue cue, Hit hit) {
    return linked(hit.last() + 1) && has(hit.last() + 1, cue, hit);
  }

  /** Whether words beside it say that it is a city, or its council, which acts. */
  boolean isActing(Hit hit) {
    int before = hit.first() - 1;
    return isBefore(Cue.CITY, hit)
        || has(before, Cue.CITY_BEFORE, hit)
        || has(before, Cue.OF, hit) && has(before - 1, Cue.CITY_BEFORE, hit);
  }

  /** Whether a word beside it says that it is a county or the like. */
  boolean isCounty(Hit hit) {
    return isBefore(Cue.COUNTY, hit) || isAfter(Cue.COUNTY_BEFORE, hit);
  }

  boolean isIsland(Hit hit) {
    int before = hit.first() - 1;
    return isBefore(Cue.ISLAND, hit)
        || has(before, Cue.ISLAND, hit)
        || has(before, Cue.OF, hit) && has(before - 1, Cue.ISLAND, hit);
  }
}
