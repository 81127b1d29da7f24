package org.regionwire.intake.text;

import java.io.IOException;

/** Takes so many characters and then refuses. */
final class BoundedText implements Appendable {
  private final StringBuilder text = new StringBuilder();
  private final int most;

  BoundedText(int most) {
    this.most = most;
  }

  @Override
  public BoundedText append(CharSequence part) throws IOException {
    return append(part, 0, part.length());
  }

  @Override
  public BoundedText append(CharSequence part, int start, int end) throws IOException {
    if (text.length() + (end - start) > most) {
      throw new IOException("more than " + most + " characters");
    }
    text.append(part, start, end);
    return this;
  }

  @Override
  public BoundedText append(char c) throws IOException {
    return append(String.valueOf(c));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
