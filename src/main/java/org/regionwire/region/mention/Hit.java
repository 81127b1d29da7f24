package org.regionwire.region.mention;

import java.util.List;

/**
 * A stretch of words that is the name of something.
 *
 * @param first number of its first word
 * @param last number of its last word
 * @param candidates what it may be the name of, each place once
 */
record Hit(int first, int last, List<Candidate> candidates) {
  /**
   * A place of that name.
   *
   * @param place its number
   * @param naming how it is called so, see {@link Naming}
   * @param role what the ending says
   * @param exact whether the name stands there uninflected
   * @param marked whether the text's word has diacritics in the part that is the name's
   */
  record Candidate(int place, int naming, Role role, boolean exact, boolean marked) {}

  int words() {
    return last - first + 1;
  }
}
