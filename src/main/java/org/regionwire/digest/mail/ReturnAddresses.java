package org.regionwire.digest.mail;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Addresses of ours that tell whose letter it was when something comes back to them (VERP). Each
 * has a sealed mark in it, so that nobody else can have made one: who could, would end the letters
 * of others by forged bounces.
 */
public final class ReturnAddresses {
  /** Stands in the setting where the mark of a letter belongs. */
  public static final String PLACE = "{letter}";

  /** Mail servers may change the case of what is before the at sign, so there is only one. */
  private static final Pattern MARK =
      Pattern.compile("(?<![0-9a-z])([bu])([0-9a-z]{26})([0-9a-z]{16})(?![0-9a-z])");

  private static final int SEAL = 16;

  private final String pattern;
  private final UnaryOperator<String> seal;

  /**
   * @param pattern {@code bounce+{letter}@example.org}; without the place for a mark all letters
   *     have the same address, and bounces tell nothing
   * @param seal makes from a text what only we can make from it: at least 16 digits and lower-case
   *     letters
   */
  public ReturnAddresses(String pattern, UnaryOperator<String> seal) {
    this.pattern = pattern;
    this.seal = seal;
  }

  /** What a mark says. */
  public enum Purpose {
    /** The id is of a letter that came back. */
    BOUNCE("b"),
    /** The id is of a person who wants no more. */
    LEAVE("u");

    private final String letter;

    Purpose(String letter) {
      this.letter = letter;
    }

    private static Purpose of(String letter) {
      return letter.equals("b") ? BOUNCE : LEAVE;
    }
  }

  /** A mark that we made. */
  public record Mark(Purpose purpose, String id) {}

  /** For the envelope of a letter. */
  public String ofLetter(String letter) {
    return pattern.replace(PLACE, mark(Purpose.BOUNCE, letter));
  }

  /** A {@code mailto:} address: a mail to it ends all letters of this person (RFC 2369). */
  public String toLeave(String subscriber) {
    String mark = mark(Purpose.LEAVE, subscriber);
    return pattern.contains(PLACE)
        ? "mailto:" + pattern.replace(PLACE, mark) + "?subject=unsubscribe"
        : "mailto:" + pattern + "?subject=unsubscribe%20" + mark;
  }

  /** Every mark of ours in a text, in its order; what others made up is none. */
  public List<Mark> in(String text) {
    return MARK.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .filter(found -> sealed(found.group(1) + found.group(2)).equals(found.group(3)))
        .map(found -> new Mark(Purpose.of(found.group(1)), found.group(2)))
        .distinct()
        .toList();
  }

  private String mark(Purpose purpose, String id) {
    String what = purpose.letter + id;
    return what + sealed(what);
  }

  private String sealed(String what) {
    return seal.apply(what).substring(0, SEAL);
  }
}
