package org.regionwire.pages.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.diff.CommandVisitor;
import org.apache.commons.text.diff.StringsComparator;
import org.regionwire.news.Excerpt;
import org.regionwire.pages.items.ItemPage.Piece;

/**
 * What changed between two texts, word by word: each word becomes one character, and those are
 * compared (Myers, An O(ND) Difference Algorithm, 1986).
 */
final class Differences implements CommandVisitor<Character> {
  /** So that comparing two long texts that share nothing stays a matter of milliseconds. */
  private static final int MOST_WORDS = 3000;

  /** Words shown on either side of a change. */
  private static final int AROUND = 6;

  private final List<String> words = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();
  private final List<String> fresh = new ArrayList<>();

  private Differences() {}

  /** Empty when nothing changed. */
  static List<Piece> between(String before, String after) {
    String[] old = words(before);
    String[] now = words(after);
    if (old.length + now.length > MOST_WORDS) {
      return before.equals(after) ? List.of() : whole(before, after);
    }
    var differences = new Differences();
    Map<String, Character> letters = new HashMap<>();
    new StringsComparator(differences.coded(old, letters), differences.coded(now, letters))
        .getScript()
        .visit(differences);
    differences.end(Piece.Kind.KEPT, differences.kept);
    differences.end(Piece.Kind.GONE, differences.gone);
    differences.end(Piece.Kind.NEW, differences.fresh);
    return shortened(differences.pieces);
  }

  private static List<Piece> whole(String before, String after) {
    return List.of(
        new Piece(Piece.Kind.GONE, beginning(before)), new Piece(Piece.Kind.NEW, beginning(after)));
  }

  private static String beginning(String text) {
    return Excerpt.of(text, 300);
  }

  private static String[] words(String text) {
    return text.isBlank() ? new String[0] : text.strip().split("\\s+", -1);
  }

  private String coded(String[] text, Map<String, Character> letters) {
    var coded = new StringBuilder(text.length);
    for (String word : text) {
      coded.append(
          letters
              .computeIfAbsent(
                  word,
                  unseen -> {
                    words.add(unseen);
                    return (char) (words.size() - 1);
                  })
              .charValue());
    }
    return coded.toString();
  }

  @Override
  public void visitInsertCommand(Character word) {
    end(Piece.Kind.KEPT, kept);
    fresh.add(words.get(word));
  }

  @Override
  public void visitDeleteCommand(Character word) {
    end(Piece.Kind.KEPT, kept);
    gone.add(words.get(word));
  }

  @Override
  public void visitKeepCommand(Character word) {
    end(Piece.Kind.GONE, gone);
    end(Piece.Kind.NEW, fresh);
    kept.add(words.get(word));
  }

  private void end(Piece.Kind kind, List<String> run) {
    if (!run.isEmpty()) {
      pieces.add(new Piece(kind, String.join(" ", run)));
      run.clear();
    }
  }

  /** Of what was kept, only what lies beside a change. */
  private static List<Piece> shortened(List<Piece> pieces) {
    if (pieces.stream().allMatch(piece -> piece.kind() == Piece.Kind.KEPT)) {
      return List.of();
    }
    List<Piece> shown = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      shown.add(
          piece.kind() == Piece.Kind.KEPT
              ? new Piece(piece.kind(), near(piece.text(), i > 0, i < pieces.size() - 1))
              : piece);
    }
    return shown;
  }

  private static String near(String kept, boolean head, boolean tail) {
    String[] all = kept.split(" ", -1);
    int sides = (head ? AROUND : 0) + (tail ? AROUND : 0);
    if (all.length <= sides + 1) {
      return kept;
    }
    var first = List.of(all).subList(0, head ? AROUND : 0);
    var last = List.of(all).subList(all.length - (tail ? AROUND : 0), all.length);
    return (String.join(" ", first) + " … " + String.join(" ", last)).strip();
  }
}
