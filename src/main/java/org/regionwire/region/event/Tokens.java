package org.regionwire.region.event;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens, phrases of the vocabulary as one. Time is linear in the text. */
final class Tokens {
  private final String text;
  private final Vocabulary vocabulary;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text, Vocabulary vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
  }

  static List<Token> of(String text, Vocabulary vocabulary) {
    var tokens = new Tokens(text, vocabulary);
    tokens.cut();
    return tokens.joined();
  }

  private void cut() {
    boolean glued = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
        at++;
        glued = false;
      } else {
        tokens.add(token(c, glued));
        glued = c != '\n';
      }
    }
  }

  private Token token(char c, boolean glued) {
    int start = at;
    if (c >= '0' && c <= '9') {
      return number(start, glued);
    }
    if (!Character.isLetter(c)) {
      at++;
      return new Token(start, at, Token.Type.MARK, c, Meaning.NONE, glued);
    }
    while (at < text.length() && isInside(text.charAt(at))) {
      at++;
    }
    Meaning meaning = vocabulary.meaning(text, start, at);
    return new Token(start, at, Token.Type.WORD, 0, meaning, glued);
  }

  private static boolean isInside(char c) {
    return c >= 'a' && c <= 'z'
        || Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private Token number(int start, boolean glued) {
    int value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = at - start < 4 ? value * 10 + text.charAt(at) - '0' : -1;
      at++;
    }
    int known = at - start > 4 ? -1 : value;
    return new Token(start, at, Token.Type.NUMBER, known, Meaning.NONE, glued);
  }

  private List<Token> joined() {
    var joined = new ArrayList<Token>(tokens.size());
    for (int i = 0; i < tokens.size(); ) {
      Token first = tokens.get(i);
      int end = i + 1;
      Meaning meaning = first.meaning();
      for (var phrase : first.meaning().phrases()) {
        int after = after(phrase, i + 1);
        boolean same = after == end && end > i + 1;
        meaning = after > end ? phrase.meaning() : same ? meaning.and(phrase.meaning()) : meaning;
        end = Math.max(after, end);
      }
      joined.add(end == i + 1 ? first : first.until(tokens.get(end - 1), meaning));
      i = end;
    }
    return joined;
  }

  /** The index after the phrase whose rest begins at {@code from}, or -1. */
  private int after(Meaning.Phrase phrase, int from) {
    int i = from;
    for (String pattern : phrase.rest()) {
      while (i < tokens.size() && i <= from + 12 && isInPhrase(tokens.get(i))) {
        i++;
      }
      if (i >= tokens.size() || !matches(tokens.get(i), pattern)) {
        return -1;
      }
      i++;
    }
    return i;
  }

  private static boolean isInPhrase(Token token) {
    return token.isMark('.') || token.isMark('-');
  }

  private boolean matches(Token token, String pattern) {
    if (!token.isWord()) {
      return false;
    }
    boolean open = pattern.endsWith("*");
    int length = open ? pattern.length() - 1 : pattern.length();
    if (open ? token.length() < length : token.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (Letters.fold(text.charAt(token.start() + i)) != pattern.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
