package org.regionwire.region.mention;

/** Judges a name by the words beside it. */
final class Surroundings {
  private final Beside beside;
  private final NoPlace noPlace;
  private final Lesser lesser;
  private final Situation situation;
  private final Everyday everyday;

  Surroundings(Tokens tokens, Speech speech) {
    this.beside = new Beside(tokens, speech.language());
    this.noPlace = new NoPlace(beside, new Persons(beside, new GivenNames(tokens, speech)));
    this.lesser = new Lesser(beside);
    this.situation = new Situation(beside);
    this.everyday = new Everyday(beside);
  }

  /** Takes note of which words are names of places. */
  void name(Hit hit) {
    beside.name(hit);
  }

  boolean nounsAreCapital() {
    return beside.nounsAreCapital();
  }

  /**
   * @param big whether it is well known as a place
   */
  Stance of(Hit hit, boolean big) {
    Stance refused = noPlace.of(hit, big);
    if (refused != Stance.PLAIN) {
      return refused;
    }
    Stance weak = lesser.of(hit, big);
    return weak != Stance.PLAIN ? weak : situation.of(hit);
  }

  /** Whether a word beside it says that it is a county or the like. */
  boolean isCounty(Hit hit) {
    return beside.isCounty(hit);
  }

  boolean isIsland(Hit hit) {
    return beside.isIsland(hit);
  }

  /** Whether it may be no more than a word, its capital saying nothing. */
  boolean mayBeWord(Hit hit) {
    return everyday.mayBe(hit);
  }

  /** Whether the word before it, or the one behind, is one that belongs to a place. */
  boolean isLed(Hit hit) {
    return everyday.isLed(hit);
  }

  boolean isEveryday(Hit hit) {
    return everyday.is(hit);
  }
}
