package org.regionwire.digest.mail;

/**
 * What became of a mail that was handed over.
 *
 * @param reply the words of whoever answered, for the operator; one line
 */
public record Outcome(Kind kind, String reply) {

  /** What can become of it. */
  public enum Kind {
    /** The other side has it. */
    ACCEPTED,
    /** The other side surely does not have it, and may take it later. */
    DEFERRED,
    /** The other side will never take it. */
    REJECTED,
    /** The answer got lost: the other side may have it or not. */
    UNCERTAIN
  }

  private static final int LONGEST = 300;

  public Outcome {
    reply = reply.replaceAll("\\p{Cntrl}+", " ").strip();
    reply = reply.length() > LONGEST ? reply.substring(0, LONGEST) : reply;
  }

  static Outcome accepted(String reply) {
    return new Outcome(Kind.ACCEPTED, reply);
  }

  static Outcome deferred(String reply) {
    return new Outcome(Kind.DEFERRED, reply);
  }
}
