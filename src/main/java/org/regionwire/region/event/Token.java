package org.regionwire.region.event;

/**
 * A word, a number or a mark in a text; offsets in UTF-16 code units.
 *
 * @param value of a number up to four digits, else -1; of a mark the character
 * @param glued nothing stands between it and the token before
 */
record Token(int start, int end, Type type, int value, Meaning meaning, boolean glued) {
  enum Type {
    WORD,
    NUMBER,
    MARK
  }

  /** Stands before the first and after the last token. */
  static final Token NOTHING = new Token(0, 0, Type.MARK, '\n', Meaning.NONE, false);

  /** This and all up to the last as one token. */
  Token until(Token last, Meaning of) {
    return new Token(start, last.end, type, value, of, glued);
  }

  boolean is(Kind kind) {
    return meaning.is(kind);
  }

  boolean isMark(char c) {
    return type == Type.MARK && value == c;
  }

  boolean isDash() {
    return type == Type.MARK
        && (value == '-' || value >= '\u2010' && value <= '\u2015' || value == '\u2212');
  }

  boolean isNumber() {
    return type == Type.NUMBER;
  }

  boolean isWord() {
    return type == Type.WORD;
  }

  int length() {
    return end - start;
  }

  boolean isNumber(int least, int most) {
    return type == Type.NUMBER && value >= least && value <= most;
  }
}
