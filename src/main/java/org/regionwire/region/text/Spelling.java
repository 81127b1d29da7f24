package org.regionwire.region.text;

/**
 * A word's folded spelling with a hash of every beginning of it, so that "this word with another
 * ending" is looked up without making it. One object serves many words, one after the other.
 */
public final class Spelling {
  /** Longer words are in no name. */
  public static final int LONGEST = 60;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final char[] letters = new char[LONGEST];
  private final long[] hashes = new long[LONGEST + 1];
  private int length;

  /** Where in the folded word the first letter with a diacritic stands; -1 for none. */
  private int firstMark;

  /** Takes the word in {@code text} from {@code start} to {@code end}. */
  public Spelling set(CharSequence text, int start, int end) {
    length = 0;
    firstMark = -1;
    for (int i = start; i < end && length < LONGEST; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        add(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      } else {
        mark(c);
        String folded = Folding.folded(c);
        for (int k = 0; k < folded.length() && length < LONGEST; k++) {
          add(folded.charAt(k));
        }
      }
    }
    return this;
  }

  private void mark(char c) {
    if (c < 0x370) {
      firstMark = firstMark < 0 ? length : firstMark;
    }
  }

  private void add(char c) {
    letters[length] = c;
    hashes[length + 1] = next(hashes[length], c);
    length++;
  }

  public int length() {
    return length;
  }

  public char at(int index) {
    return letters[index];
  }

  /** Of the first {@code length} letters. */
  public long hash(int length) {
    return hashes[length];
  }

  public long hash() {
    return hashes[length];
  }

  /** Whether a Latin letter with a diacritic stands among the first {@code length} letters. */
  public boolean marked(int length) {
    return firstMark >= 0 && firstMark < length;
  }

  /** The hash of a spelling one letter longer. */
  public static long next(long hash, char letter) {
    long mixed = (hash ^ letter) * FACTOR;
    return mixed ^ (mixed >>> 29);
  }

  /** The hash of a spelling that is longer by {@code ending}. */
  public static long next(long hash, String ending) {
    long result = hash;
    for (int i = 0; i < ending.length(); i++) {
      result = next(result, ending.charAt(i));
    }
    return result;
  }
}
