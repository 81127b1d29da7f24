package org.regionwire.intake;

/**
 * How much a submission may be.
 *
 * @param bodyBytes the whole body, in bytes
 */
public record Limits(int bodyBytes) {
  /** Objects in objects, elements in elements, quotes in quotes. */
  public static final int DEPTH = 50;

  /** One mebibyte, which is also the most that the schema lets {@code content} be. */
  public static final Limits USUAL = new Limits(1 << 20);

  public Limits {
    if (bodyBytes < 1) {
      throw new IllegalArgumentException("a body limit of " + bodyBytes + " bytes lets nothing in");
    }
  }
}
