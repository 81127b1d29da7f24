package org.regionwire.region.mention;

/** Judges by the words beside it that a name says little about where the text belongs. */
final class Lesser {
  private final Beside beside;
  private final Tokens tokens;

  Lesser(Beside beside) {
    this.beside = beside;
    this.tokens = beside.tokens();
  }

  Stance of(Hit hit, boolean big) {
    int after = hit.last() + 1;
    if (beside.isBefore(Cue.INSTITUTION, hit)
        || isLongInstitution(hit, after)
        || beside.isAfter(Cue.INSTITUTION_BEFORE, hit)) {
      return Stance.INSTITUTION;
    }
    if (isAddress(hit)) {
      return Stance.ADDRESS;
    }
    if (isDateline(hit, after)) {
      return Stance.DATELINE;
    }
    if (isBesideName(hit, big)) {
      return Stance.BESIDE_NAME;
    }
    if (tokens.is(hit.first(), Tokens.QUOTED)) {
      return Stance.QUOTED;
    }
    Role role = hit.candidates().get(0).role();
    if (role == Role.COMPOUND || beside.isCounty(hit) && hit.words() == 1) {
      return Stance.AREA;
    }
    return role == Role.ADJ ? Stance.DERIVED : Stance.PLAIN;
  }

  /** Riga Technical University. */
  private boolean isLongInstitution(Hit hit, int after) {
    return beside.linked(after)
        && beside.capital(after)
        && beside.linked(after + 1)
        && beside.has(after + 1, Cue.INSTITUTION, hit);
  }

  private boolean isAddress(Hit hit) {
    int before = hit.first() - 1;
    if (!tokens.is(before, Tokens.NUMBER) || !beside.spaced(hit.first())) {
      return false;
    }
    String digits = tokens.between(before, before);
    boolean year = digits.startsWith("19") || digits.startsWith("20");
    return digits.length() == 5 && !year
        || digits.length() == 4 && !year
        || digits.length() <= 3 && tokens.is(before - 1, Tokens.NUMBER) && beside.linked(before);
  }

  private boolean isDateline(Hit hit, int after) {
    boolean opens = hit.first() == 0 || tokens.field(hit.first() - 1) != tokens.field(hit.first());
    if (!opens || tokens.field(hit.first()) == 0 || !tokens.sameField(hit.first(), after)) {
      return false;
    }
    char gap = tokens.gap(after);
    if (gap == '(' || gap == '–' || gap == '—' || gap == '-' && !beside.linked(after)) {
      return true;
    }
    return gap == ','
        && (tokens.is(after, Tokens.NUMBER)
            || beside.has(after, Cue.MONTH, hit)
            || beside.has(after + 1, Cue.AGENCY, hit)
            || beside.has(after + 2, Cue.AGENCY, hit));
  }

  /** A word we do not know with a capital before a small place: more likely a name of its own. */
  private boolean isBesideName(Hit hit, boolean big) {
    int before = hit.first() - 1;
    boolean derived = hit.candidates().get(0).role() == Role.ADJ;
    return !beside.nounsAreCapital()
        && (!big || derived)
        && hit.words() == 1
        && beside.spaced(hit.first())
        && beside.capital(before)
        && !tokens.is(before, Tokens.FIRST)
        && !knows(before, hit);
  }

  private boolean knows(int token, Hit hit) {
    return beside.named(token)
        || beside.has(token, Cue.IN, hit)
        || beside.has(token, Cue.CITY_BEFORE, hit)
        || beside.has(token, Cue.COUNTY_BEFORE, hit)
        || beside.has(token, Cue.MONTH, hit)
        || beside.has(token, Cue.FUNCTION_WORD, hit);
  }
}
