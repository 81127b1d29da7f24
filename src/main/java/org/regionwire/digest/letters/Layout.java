package org.regionwire.digest.letters;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A letter laid out: as text, and as HTML where it is wanted. */
record Layout(Optional<String> html, String text) {
  /** Some mail programs clip what is longer than 102 kB, and the unsubscribe link with it. */
  static final int LARGEST = 95_000;

  static Layout of(String template, Object letter, boolean html) {
    return new Layout(
        html ? Optional.of(Templates.html(template, letter)) : Optional.empty(),
        Templates.text(template, letter));
  }

  /** As much of the digest as fits, the rest as titles, and the rest of those as a number. */
  static Layout fitting(DigestLetter letter, boolean html) {
    int full = letter.size();
    int listed = 0;
    var layout = of("digest", letter, html);
    while (layout.bytes() > LARGEST && full > 0) {
      full = fewer(full, layout.bytes());
      listed = letter.size() - full;
      layout = of("digest", letter.shortened(full, listed), html);
    }
    while (layout.bytes() > LARGEST && listed > 0) {
      listed = fewer(listed, layout.bytes());
      layout = of("digest", letter.shortened(full, listed), html);
    }
    return layout;
  }

  int bytes() {
    return html.orElse(text).getBytes(StandardCharsets.UTF_8).length;
  }

  private static int fewer(int items, int bytes) {
    return (int) Math.min(items - 1L, (long) items * LARGEST / bytes);
  }
}
