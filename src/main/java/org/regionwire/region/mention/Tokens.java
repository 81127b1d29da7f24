package org.regionwire.region.mention;

import java.util.Arrays;
import org.regionwire.region.text.Spelling;
import org.regionwire.region.text.Word;

/** The words of a text, all fields behind each other, and what stands between them. */
final class Tokens {
  static final int CAPITAL = 1;
  static final int SHOUT = 2;
  static final int NUMBER = 4;

  /** The first of a sentence, of a line, or of a field. */
  static final int FIRST = 8;

  static final int QUOTED = 16;

  /** Only what may stand inside a name parts it from the word before. */
  static final int JOINED = 32;

  /** Only white space parts it from the word before. */
  static final int SPACED = 64;

  static final int SMALL = 128;

  /** In a field in which nearly every word has a capital, which then says nothing. */
  static final int HEADLINE = 256;

  /** Shorter words have no capital in headlines. */
  private static final int SHORT = 4;

  private static final String SENTENCE_ENDS = ".!?…:;•|\n\r";

  private final String[] fields;
  private final Cues cues;
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private byte[] field = new byte[256];
  private short[] flags = new short[256];
  private int[] cue = new int[256];

  /** The first character between the word before and this one that is not white space. */
  private char[] gaps = new char[256];

  private int size;

  Tokens(Cues cues, String... fields) {
    this.cues = cues;
    this.fields = fields;
    for (int i = 0; i < fields.length; i++) {
      read(i);
    }
  }

  private void read(int number) {
    String text = fields[number];
    var quotes = new Quotes(text);
    var spelling = new Spelling();
    int before = size;
    int gapStart = 0;
    for (var word = Word.next(text, 0); !word.isEmpty(); word = Word.next(text, word.end())) {
      room();
      starts[size] = word.start();
      ends[size] = word.end();
      field[size] = (byte) number;
      spelling.set(text, word.start(), word.end());
      cue[size] = word.end() - word.start() > Spelling.LONGEST ? 0 : cues.of(spelling.hash());
      gaps[size] = gap(text, gapStart, word.start());
      flags[size] =
          (short)
              (letters(text, word)
                  | (size == before ? FIRST : link(text, gapStart, word.start()))
                  | (quotes.around(word.start()) ? QUOTED : 0));
      gapStart = word.end();
      size++;
    }
    markHeadline(before, number == 0 ? 4 : 1000);
  }

  private void markHeadline(int from, int capitalsToSmall) {
    int capital = 0;
    int small = 0;
    for (int i = from; i < size; i++) {
      if (ends[i] - starts[i] >= SHORT || (flags[i] & SHOUT) != 0) {
        capital += (flags[i] & CAPITAL) != 0 ? 1 : 0;
        small += (flags[i] & SMALL) != 0 ? 1 : 0;
      }
    }
    if (capital >= 3 && capital >= capitalsToSmall * small) {
      for (int i = from; i < size; i++) {
        flags[i] |= HEADLINE;
      }
    }
  }

  private void room() {
    if (size == starts.length) {
      int more = size * 2;
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
      field = Arrays.copyOf(field, more);
      flags = Arrays.copyOf(flags, more);
      cue = Arrays.copyOf(cue, more);
      gaps = Arrays.copyOf(gaps, more);
    }
  }

  private static int letters(String text, Word word) {
    int first = text.codePointAt(word.start());
    if (first >= 'a' && first <= 'z') {
      return SMALL;
    }
    if (Character.isDigit(first)) {
      return NUMBER;
    }
    if (!Character.isUpperCase(first) && !Character.isTitleCase(first)) {
      return Character.isLowerCase(first) ? SMALL : 0;
    }
    for (int i = word.start(); i < word.end(); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return CAPITAL;
      }
    }
    return word.end() - word.start() > 1 ? CAPITAL | SHOUT : CAPITAL;
  }

  private static char gap(String text, int start, int end) {
    if (end - start == 1) {
      return text.charAt(start);
    }
    char seen = ' ';
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return c;
      }
      seen = c == '\n' ? '\n' : seen;
    }
    return seen;
  }

  /** How this word hangs together with the one before, which is the last one read. */
  private int link(String text, int start, int end) {
    if (end - start == 1 && text.charAt(start) == ' ') {
      return JOINED | SPACED;
    }
    int lines = 0;
    boolean onlySpace = true;
    boolean stop = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      lines += c == '\n' ? 1 : 0;
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      onlySpace &= space;
      stop |= !space && SENTENCE_ENDS.indexOf(c) >= 0;
    }
    int last = size - 1;
    boolean shortWord = ends[last] - starts[last] <= 3 && (flags[last] & (CAPITAL | SMALL)) != 0;
    boolean dot = end > start && text.charAt(start) == '.';
    boolean number = (flags[last] & NUMBER) != 0;
    if (stop && dot && (shortWord || number) && lines == 0) {
      return onlySpace(text, start + 1, end) && end - start <= 3 ? JOINED : 0;
    }
    if (stop || lines > 0 && !onlySpace || lines > 1) {
      return FIRST;
    }
    if (onlySpace) {
      return end - start <= 3 ? JOINED | SPACED : SPACED;
    }
    return end - start == 1 && "-\u2010\u2011'’/".indexOf(text.charAt(start)) >= 0 ? JOINED : 0;
  }

  private static boolean onlySpace(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isWhitespace(text.charAt(i)) && !Character.isSpaceChar(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return size;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  int field(int token) {
    return field[token];
  }

  String text(int token) {
    return fields[field[token]];
  }

  String between(int first, int last) {
    return text(first).substring(starts[first], ends[last]);
  }

  boolean is(int token, int flag) {
    return token >= 0 && token < size && (flags[token] & flag) != 0;
  }

  /** Whether the word is a cue, and in the same field as {@code near}. */
  boolean has(int token, Cue wanted, int near) {
    return token >= 0 && token < size && field[token] == field[near] && wanted.in(cue[token]);
  }

  /** What parts it from the word before: a punctuation mark, a line feed, or a space. */
  char gap(int token) {
    return token < size ? gaps[token] : '\n';
  }

  boolean sameField(int one, int other) {
    return one >= 0 && other >= 0 && one < size && other < size && field[one] == field[other];
  }
}
