package org.regionwire.digest.letters;

import java.util.ArrayList;
import java.util.List;

/**
 * What the template of a digest shows.
 *
 * @param preheader what mail programs show beside the subject
 * @param sections those with something in them, in their order
 * @param titles the rest, as links alone
 * @param more how many had no room at all
 */
public record DigestLetter(
    Wording wording,
    String subject,
    String preheader,
    String wire,
    String date,
    List<Section> sections,
    List<Entry> titles,
    int more,
    String home,
    List<String> wishes,
    String hour,
    String unsubscribe,
    String manage) {
  public DigestLetter {
    sections = List.copyOf(sections);
    titles = List.copyOf(titles);
  }

  /**
   * This one with only the first {@code full} in full, and only {@code listed} after them.
   *
   * @param title the most characters of those titles
   */
  DigestLetter shortened(int full, int listed, int title) {
    List<Section> shown = new ArrayList<>();
    List<Entry> rest = new ArrayList<>();
    int room = full;
    for (var section : sections) {
      int some = Math.min(room, section.entries().size());
      if (some > 0) {
        shown.add(new Section(section.heading(), section.entries().subList(0, some)));
      }
      rest.addAll(section.entries().subList(some, section.entries().size()));
      room -= some;
    }
    int titled = Math.min(listed, rest.size());
    return new DigestLetter(
        wording,
        subject,
        preheader,
        wire,
        date,
        shown,
        rest.subList(0, titled).stream().map(entry -> entry.titled(title)).toList(),
        rest.size() - titled,
        home,
        wishes,
        hour,
        unsubscribe,
        manage);
  }

  /** The rest under its heading, for the text. */
  public Section rest() {
    return new Section(wording.say("section.titles"), titles);
  }

  int size() {
    return sections.stream().mapToInt(section -> section.entries().size()).sum();
  }
}
