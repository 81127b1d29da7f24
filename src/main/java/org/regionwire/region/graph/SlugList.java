package org.regionwire.region.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The slugs of what is in the gazetteer, given once and for ever: a line for each, with the keys of
 * all that it stands for, the one that gives it its name first. {@code skane SE-M SE224}.
 */
final class SlugList {
  static final String FILE = "slugs.tsv";

  private static final int MANY = 1 << 15;

  private final Map<String, String> keys = new LinkedHashMap<>(MANY);
  private final Map<String, String> slugs = new HashMap<>(MANY);

  /**
   * @param text lines of a slug, a tab, and keys with spaces between; {@code #} starts a comment
   */
  SlugList(String text) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      int tab = text.indexOf('\t', start);
      if (text.charAt(start) != '#' && tab > 0 && tab < stop) {
        add(text.substring(start, tab), text.substring(tab + 1, stop));
      }
      start = stop + 1;
    }
  }

  static SlugList shipped() {
    return new SlugList(YamlFile.resource(FILE));
  }

  private void add(String slug, String words) {
    keys.put(slug, words);
    if (words.indexOf(' ') < 0) {
      slugs.put(words, slug);
    } else {
      split(words).forEach(key -> slugs.put(key, slug));
    }
  }

  /** In the order of the file. */
  Collection<String> slugs() {
    return Collections.unmodifiableSet(keys.keySet());
  }

  boolean has(String slug) {
    return keys.containsKey(slug);
  }

  /** What the slug stands for; nothing when there is no such slug. */
  List<String> keys(String slug) {
    var words = keys.get(slug);
    return words == null ? List.of() : split(words);
  }

  private static List<String> split(String words) {
    return List.of(words.split(" "));
  }

  /** Of the place with this GeoNames id, or the area or country with this code. */
  Optional<String> slug(String key) {
    return Optional.ofNullable(slugs.get(key));
  }
}
