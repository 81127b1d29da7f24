package org.regionwire.region.mention;

/**
 * The words of names that a word of a text may be a form of. Each in one number: word, role, and
 * how many of the word's letters stay in the name.
 */
final class Readings {
  /** More are not worth looking at. */
  private static final int MOST = 24;

  private final int[] words = new int[MOST];
  private final Role[] roles = new Role[MOST];
  private final int[] stems = new int[MOST];
  private int size;

  void clear() {
    size = 0;
  }

  /** The first role of a word stays, rules being in order of likelihood. */
  void add(int word, Role role, int stem) {
    for (int i = 0; i < size; i++) {
      if (words[i] == word) {
        return;
      }
    }
    if (size < MOST) {
      words[size] = word;
      roles[size] = role;
      stems[size++] = stem;
    }
  }

  int size() {
    return size;
  }

  int word(int index) {
    return words[index];
  }

  Role role(int index) {
    return roles[index];
  }

  /** How many letters of the text's word are the name's too. */
  int stem(int index) {
    return stems[index];
  }
}
