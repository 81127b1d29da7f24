package org.regionwire.digest.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mail composed once for many readers. What is one reader's stands in it as marks: words that
 * nobody can guess and that are as long as those of a reader, so that these can take their places
 * in the bytes as they travel. Safe for several threads.
 */
public final class Sheet {
  private final Mail like;
  private final List<String> marks;

  /** Made when the first copy leaves as bytes. */
  private volatile Optional<SheetBytes> bytes = Optional.empty();

  /**
   * @param like what all copies share, with the marks in their places
   */
  public Sheet(Mail like, List<String> marks) {
    this.like = like;
    this.marks = List.copyOf(marks);
  }

  public Mail like() {
    return like;
  }

  /**
   * The words of one reader, in the order of the marks.
   *
   * @throws IllegalArgumentException if a word is not as long as its mark
   */
  public Copy copy(List<String> words) {
    return new Copy(this, words);
  }

  /** About how much memory it takes, in bytes. */
  public int weight() {
    return 1000 + 3 * (like.text().length() + like.html().map(String::length).orElse(0));
  }

  private SheetBytes bytes() {
    return bytes.orElseGet(
        () -> {
          var made = SheetBytes.of(MimeLetter.bytes(like), marks);
          bytes = Optional.of(made);
          return made;
        });
  }

  /** One reader's. */
  public static final class Copy {
    private final Sheet sheet;
    private final List<String> words;

    private Copy(Sheet sheet, List<String> words) {
      this.sheet = sheet;
      this.words = List.copyOf(words);
      for (int i = 0; i < words.size(); i++) {
        if (words.get(i).length() != sheet.marks.get(i).length()
            || !StandardCharsets.US_ASCII.newEncoder().canEncode(words.get(i))) {
          throw new IllegalArgumentException("a word that does not fit the place of its mark");
        }
      }
    }

    String in(String text) {
      String filled = text;
      for (int i = 0; i < words.size(); i++) {
        filled = filled.replace(sheet.marks.get(i), words.get(i));
      }
      return filled;
    }

    /**
     * @param headers lines of this reader's, by name, each with its line break at the end
     */
    byte[] bytes(Map<String, String> headers) {
      return sheet.bytes().copy(headers, words);
    }
  }
}
