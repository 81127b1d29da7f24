package org.regionwire.digest.letters;

import java.util.Optional;
import org.regionwire.digest.mail.Encoding;

/** A letter laid out: as text, and as HTML where it is wanted. */
record Layout(Optional<String> html, String text) {
  /** Some mail programs clip what is longer than 102 kB, and the unsubscribe link with it. */
  static final int LARGEST = 95_000;

  private static final int SHORTEST = 24;

  /** In characters, of what is only a link. */
  private static final int[] TITLES = {100, 48, SHORTEST};

  static Layout of(String template, Object letter, boolean html) {
    return new Layout(
        html ? Optional.of(Templates.html(template, letter)) : Optional.empty(),
        Templates.text(template, letter));
  }

  /**
   * As much of the digest as fits, the rest as titles, if need be as short ones, and the rest of
   * those as a number.
   */
  static Layout fitting(DigestLetter letter, boolean html) {
    int full = letter.size();
    var layout = of("digest", letter, html);
    for (int title : TITLES) {
      full = Math.min(full, letter.size());
      while (layout.bytes() > LARGEST && full > 0) {
        full = fewer(full, layout.bytes());
        layout = of("digest", letter.shortened(full, letter.size() - full, title), html);
      }
      if (layout.bytes() > LARGEST) {
        layout = of("digest", letter.shortened(0, letter.size(), title), html);
      }
    }
    int listed = letter.size();
    while (layout.bytes() > LARGEST && listed > 0) {
      listed = fewer(listed, layout.bytes());
      layout = of("digest", letter.shortened(0, listed, SHORTEST), html);
    }
    return layout;
  }

  /** In bytes, as it travels. */
  int bytes() {
    return Encoding.length(html.orElse(text));
  }

  private static int fewer(int items, int bytes) {
    return (int) Math.min(items - 1L, (long) items * LARGEST / bytes);
  }
}
