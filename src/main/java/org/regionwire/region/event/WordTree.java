package org.regionwire.region.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Words and beginnings of words with their meanings; a look-up costs the length of the word. */
final class WordTree {
  /** Longer words are cut: what they mean shows earlier. */
  private static final int LONGEST = 40;

  private char[] next = new char[256 * Letters.COUNT];
  private final List<Meaning> whole = new ArrayList<>(List.of(Meaning.NONE));
  private final List<Meaning> beginning = new ArrayList<>(List.of(Meaning.NONE));

  /**
   * @param word folded
   * @param open whether any ending may follow
   */
  void add(String word, boolean open, Meaning meaning) {
    int node = 0;
    for (int i = 0; i < word.length(); i++) {
      int letter = Letters.number(word.charAt(i));
      if (letter == 0) {
        throw new IllegalArgumentException("“" + word + "” has a letter of no alphabet");
      }
      node = step(node, letter);
    }
    var meanings = open ? beginning : whole;
    meanings.set(node, meanings.get(node).and(meaning));
  }

  Meaning find(String text, int start, int end) {
    int node = 0;
    Meaning found = Meaning.NONE;
    int last = Math.min(end, start + LONGEST);
    for (int i = start; i < last; i++) {
      node = next[node * Letters.COUNT + Letters.number(text.charAt(i))];
      if (node == 0) {
        return found;
      }
      Meaning open = beginning.get(node);
      found = open == Meaning.NONE ? found : open;
    }
    return last == end ? whole.get(node).and(found) : found;
  }

  private int step(int node, int letter) {
    int at = node * Letters.COUNT + letter;
    if (next[at] == 0) {
      whole.add(Meaning.NONE);
      beginning.add(Meaning.NONE);
      next[at] = (char) (whole.size() - 1);
      if (whole.size() * Letters.COUNT > next.length) {
        next = Arrays.copyOf(next, next.length * 2);
      }
    }
    return next[at];
  }
}
