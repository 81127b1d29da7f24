package org.regionwire.digest.books;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.regionwire.news.Selection;
import org.regionwire.news.SelectionText;

/** Selections read from their texts: many people ask for the same. */
final class KnownSelections {
  private static final int MOST = 20_000;

  private static final Map<String, Selection> KNOWN = new ConcurrentHashMap<>();

  private KnownSelections() {}

  static Selection read(String text) {
    if (KNOWN.size() > MOST) {
      KNOWN.clear();
    }
    return KNOWN.computeIfAbsent(text, SelectionText::read);
  }
}
