package org.regionwire.digest.mail;

import java.util.regex.Pattern;

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

  static final Outcome WITHHELD = deferred("taken back before it left");

  private static final int LONGEST = 300;

  /** An enhanced status code of a policy (RFC 3463 section 3.8). */
  private static final Pattern POLICY = Pattern.compile("\\b[45]\\.7\\.\\d{1,3}\\b");

  public Outcome {
    reply = reply.replaceAll("\\p{Cntrl}+", " ").strip();
    reply = reply.length() > LONGEST ? reply.substring(0, LONGEST) : reply;
  }

  /** Whether it was refused for what we are, not for who the reader is. */
  public boolean isAboutUs() {
    return kind != Kind.ACCEPTED && POLICY.matcher(reply).find();
  }

  static Outcome accepted(String reply) {
    return new Outcome(Kind.ACCEPTED, reply);
  }

  static Outcome deferred(String reply) {
    return new Outcome(Kind.DEFERRED, reply);
  }
}
