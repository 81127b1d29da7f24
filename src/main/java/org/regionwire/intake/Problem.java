package org.regionwire.intake;

/**
 * One mistake in a submission.
 *
 * @param pointer where: a JSON Pointer (RFC 6901), empty for the whole
 * @param detail what is wrong and how to mend it, as the rest of a sentence that starts with the
 *     pointer: {@code is missing}
 */
public record Problem(String pointer, String detail) {
  @Override
  public String toString() {
    return pointer.isEmpty() ? detail : pointer + " " + detail;
  }
}
