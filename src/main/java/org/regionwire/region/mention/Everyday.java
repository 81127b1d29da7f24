package org.regionwire.region.mention;

/** Whether a name is an everyday word too, and may be no more than that. */
final class Everyday {
  private final Beside beside;

  Everyday(Beside beside) {
    this.beside = beside;
  }

  boolean is(Hit hit) {
    return hit.words() == 1
        && (beside.has(hit.first(), Cue.ORDINARY, hit)
            || beside.has(hit.first(), Cue.FUNCTION_WORD, hit));
  }

  /** Whether it may be no more than a word, its capital saying nothing. */
  boolean mayBe(Hit hit) {
    if (hit.words() > 1) {
      return false;
    }
    boolean everyday = is(hit) || beside.has(hit.first(), Cue.MONTH, hit);
    return everyday
        && (beside.nounsAreCapital()
            || beside.tokens().is(hit.first(), Tokens.FIRST | Tokens.HEADLINE));
  }

  /** Whether the word before it, or the one behind, is one that belongs to a place. */
  boolean isLed(Hit hit) {
    int before = hit.first() - 1;
    return beside.has(before, Cue.IN, hit)
        || beside.has(before, Cue.FROM, hit)
        || beside.has(before, Cue.TO, hit)
        || beside.isActing(hit);
  }
}
