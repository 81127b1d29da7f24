package org.regionwire.news;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/**
 * The one text of a selection, for addresses and for the database: {@code
 * malmo+oslo+!lund?kind=event&topic=ict,maritime&lang=sv&q=harbour+%22new+pier%22}.
 */
public final class SelectionText {
  private SelectionText() {}

  public static String of(Selection selection) {
    return regions(selection) + query(selection);
  }

  /**
   * What {@link #of} wrote.
   *
   * @throws IllegalArgumentException when nobody can have written it
   */
  public static Selection read(String text) {
    int mark = text.indexOf('?');
    var words =
        SelectionWords.of(
            mark < 0 ? text : text.substring(0, mark), mark < 0 ? "" : text.substring(mark + 1));
    return Selection.of(
            words.regions(), words.kinds().stream().findFirst().flatMap(Kind::of), words.topics())
        .except(words.without())
        .in(words.languages())
        .saying(SearchWords.of(String.join(" ", words.searches())))
        .mentioning(words.mentions().contains("true"))
        .within(words.boxes().stream().findFirst().map(BoxWords::read));
  }

  /** Slugs joined by a plus. */
  public static String regions(Selection selection) {
    var names = new ArrayList<String>(selection.regions());
    if (names.isEmpty()) {
      names.add(SelectionWords.EVERYTHING);
    }
    selection.without().forEach(slug -> names.add(SelectionWords.NOT + slug));
    return String.join("+", names);
  }

  /** With its question mark, or empty. Slugs and language tags need no escapes. */
  public static String query(Selection selection) {
    var pairs = new ArrayList<String>();
    selection.kind().ifPresent(kind -> pairs.add("kind=" + kind.word()));
    if (!selection.topics().isEmpty()) {
      pairs.add("topic=" + String.join(",", selection.topics()));
    }
    if (!selection.languages().isEmpty()) {
      pairs.add("lang=" + String.join(",", selection.languages()));
    }
    if (!selection.words().isEmpty()) {
      pairs.add("q=" + URLEncoder.encode(selection.words().query(), StandardCharsets.UTF_8));
    }
    selection.box().ifPresent(box -> pairs.add("bbox=" + BoxWords.write(box)));
    if (selection.mentions()) {
      pairs.add("mentions=true");
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }
}
