package org.regionwire.operate;

import org.regionwire.intake.Problem;
import org.regionwire.intake.Refused;
import org.regionwire.news.Selection;
import org.regionwire.news.SelectionWords;
import org.regionwire.region.SelectionReader;

/** A selection as an operator types it: as it stands in the address of a feed. */
final class TypedSelection {
  private TypedSelection() {}

  /**
   * @throws Refused with status 422 and every mistake
   */
  static Selection read(String typed, SelectionReader reader) {
    var read = reader.read(words(typed.strip()));
    if (!read.mistakes().isEmpty()) {
      throw new Refused(
          422,
          read.mistakes().stream()
              .map(mistake -> new Problem("", mistake.parameter() + ": " + mistake.detail()))
              .toList());
    }
    return read.selection();
  }

  private static SelectionWords words(String typed) {
    int mark = typed.indexOf('?');
    try {
      return mark < 0
          ? SelectionWords.of(typed, "")
          : SelectionWords.of(typed.substring(0, mark), typed.substring(mark + 1));
    } catch (IllegalArgumentException e) {
      throw new Refused(422, "", "the selection has a percent sign that does not start an escape");
    }
  }
}
