package org.regionwire.intake;

/** What is wrong with one value, as the rest of a sentence; becomes a {@link Problem}. */
public final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Mistake(String detail) {
    super(detail, null, false, false);
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
