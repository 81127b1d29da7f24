package org.regionwire.region.mention;

/** Tells persons from the places that they are called like. */
final class Persons {
  private final Beside beside;
  private final Tokens tokens;
  private final GivenNames givenNames;

  Persons(Beside beside, GivenNames givenNames) {
    this.beside = beside;
    this.tokens = beside.tokens();
    this.givenNames = givenNames;
  }

  boolean is(Hit hit, boolean big) {
    int before = hit.first() - 1;
    Role role = hit.candidates().get(0).role();
    boolean moves = role == Role.IN || role == Role.FROM || role == Role.TO;
    if (!moves && (isSurname(hit) || isTitled(hit, role))) {
      return true;
    }
    boolean initial =
        before >= 0 && tokens.end(before) - tokens.start(before) == 1 && beside.capital(before);
    if (initial && tokens.gap(hit.first()) == '.' && tokens.sameField(before, hit.first())) {
      return true;
    }
    return hit.words() == 1 && role == Role.PLAIN && (isGiven(hit) || !big && speaks(hit));
  }

  /** Erik Berg, Андрея Смоленского. */
  private boolean isSurname(Hit hit) {
    int before = hit.first() - 1;
    return beside.spaced(hit.first())
        && beside.capital(before)
        && tokens.sameField(before, hit.first())
        && (beside.has(before, Cue.GIVEN_NAME, hit)
            || !beside.named(before) && givenNames.isFormOfOne(before));
  }

  /** Minister Lund, critic Jackson Holland, św. Dominika. */
  private boolean isTitled(Hit hit, Role role) {
    int before = hit.first() - 1;
    boolean dotted = beside.linked(hit.first()) && tokens.gap(hit.first()) == '.';
    if (beside.has(before, Cue.TITLE, hit)) {
      return dotted || beside.spaced(hit.first()) && role == Role.PLAIN;
    }
    return beside.spaced(hit.first())
        && beside.spaced(before)
        && beside.capital(before)
        && beside.has(before - 1, Cue.TITLE, hit)
        && !beside.has(before, Cue.CITY_BEFORE, hit)
        && !beside.has(before, Cue.COUNTY_BEFORE, hit);
  }

  /** Paris Hilton, when Paris is a given name too. */
  private boolean isGiven(Hit hit) {
    int after = hit.last() + 1;
    return beside.spaced(after)
        && beside.capital(after)
        && !tokens.is(after, Tokens.FIRST)
        && beside.has(hit.first(), Cue.GIVEN_NAME, hit);
  }

  private boolean speaks(Hit hit) {
    int after = hit.last() + 1;
    return beside.has(after, Cue.SAID, hit) && beside.linked(after);
  }
}
