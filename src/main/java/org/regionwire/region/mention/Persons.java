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
    return hit.words() == 1 && !moves && (isGiven(hit, role) || !big && speaks(hit, role));
  }

  /** Erik Berg, Андрея Смоленского. */
  private boolean isSurname(Hit hit) {
    int before = hit.first() - 1;
    return beside.spaced(hit.first())
        && beside.capital(before)
        && tokens.sameField(before, hit.first())
        && isGivenName(before, hit);
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

  /** Paris Hilton, when Paris is a given name too; Marka Nowaka, though there is a town Marki. */
  private boolean isGiven(Hit hit, Role role) {
    int after = hit.last() + 1;
    return beside.spaced(after)
        && beside.capital(after)
        && !tokens.is(after, Tokens.FIRST)
        && (role == Role.PLAIN
            ? beside.has(hit.first(), Cue.GIVEN_NAME, hit)
            : !beside.nounsAreCapital() && role != Role.ADJ && givenNames.isFormOfOne(hit.first()));
  }

  private boolean isGivenName(int token, Hit hit) {
    return beside.has(token, Cue.GIVEN_NAME, hit) || givenNames.isFormOfOne(token);
  }

  private boolean speaks(Hit hit, Role role) {
    int after = hit.last() + 1;
    return role == Role.PLAIN && beside.has(after, Cue.SAID, hit) && beside.linked(after);
  }
}
