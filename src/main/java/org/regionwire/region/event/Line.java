package org.regionwire.region.event;

import java.util.List;

/** The tokens of one field; outside its bounds there is nothing. */
record Line(String field, String text, List<Token> tokens, Vocabulary vocabulary) {

  static Line of(String field, String text, Vocabulary vocabulary) {
    return new Line(field, text, Tokens.of(text, vocabulary), vocabulary);
  }

  Token at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : Token.NOTHING;
  }

  int size() {
    return tokens.size();
  }

  boolean is(int i, Kind kind) {
    return at(i).is(kind);
  }

  /** Whether a mark stands there without a space before it. */
  boolean gluedMark(int i, char c) {
    return at(i).isMark(c) && at(i).glued();
  }

  boolean startsWithCapital(int i) {
    Token token = at(i);
    return token.isWord() && Character.isUpperCase(text.charAt(token.start()));
  }

  /** The first index at or after {@code i} that is neither a filler nor a comma or bracket. */
  int skipFillers(int i) {
    int at = i;
    while (at < i + 4
        && (is(at, Kind.FILLER) && !is(at, Kind.MONTH)
            || at(at).isMark(',')
            || at(at).isMark('('))) {
      at++;
    }
    return at;
  }
}
