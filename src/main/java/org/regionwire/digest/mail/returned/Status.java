package org.regionwire.digest.mail.returned;

/**
 * Why a letter did not arrive (RFC 3463): class, subject and detail of {@code 5.1.1}.
 *
 * @param group 4 for what may pass, 5 for what stays
 */
public record Status(int group, int subject, int detail) {

  /** What follows from it. */
  public enum Meaning {
    /** There is no such mailbox. */
    NO_SUCH_ADDRESS,
    /** They do not like us: our fault, never the reader's. */
    NOT_WANTED,
    /** A full mailbox, a server in trouble: it may pass. */
    MAY_PASS
  }

  private static final int ADDRESSING = 1;
  private static final int SECURITY = 7;

  /** Of the sender's address, which is ours (RFC 3463 section 3.2). */
  private static final int SENDERS_SYNTAX = 7;

  private static final int SENDERS_SYSTEM = 8;

  public Meaning meaning() {
    if (subject == SECURITY) {
      return Meaning.NOT_WANTED;
    }
    if (subject == ADDRESSING && (detail == SENDERS_SYNTAX || detail == SENDERS_SYSTEM)) {
      return Meaning.NOT_WANTED;
    }
    return subject == ADDRESSING && group == 5 ? Meaning.NO_SUCH_ADDRESS : Meaning.MAY_PASS;
  }

  /** Whether it says more than that it failed. */
  boolean tells() {
    return subject != 0;
  }

  @Override
  public String toString() {
    return group + "." + subject + "." + detail;
  }
}
