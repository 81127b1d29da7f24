package org.regionwire.digest.mail.returned;

import java.util.List;
import java.util.Optional;
import org.regionwire.digest.mail.ReturnAddresses.Mark;

/**
 * What a mail that came back says.
 *
 * @param marks of ours found in it, the address it came to first
 * @param status why a letter did not arrive; empty when nobody can tell
 * @param words of the server that did not take it; one line
 */
public record Returned(Kind kind, List<Mark> marks, Optional<Status> status, String words) {
  private static final int LONGEST = 300;

  /** What kind of mail it is. */
  public enum Kind {
    /** A letter did not arrive, and will not (RFC 3464, or in words). */
    FAILED,
    /** A reader called a letter junk (RFC 5965). */
    COMPLAINT,
    /** A reader wants no more (RFC 2369). */
    LEAVE,
    /** Nothing follows from it: out of office, a delay, a letter that did arrive. */
    AUTOMATIC,
    /** For a person to read. */
    UNCLEAR
  }

  public Returned {
    marks = List.copyOf(marks);
    words = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
  }
}
