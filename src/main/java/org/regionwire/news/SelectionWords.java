package org.regionwire.news;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a selection, as an address or a form has them, not yet looked up: {@code
 * malmo+!lund?kind=event&topic=ict}. All but those of a search are in lower case.
 *
 * @param regions empty for all
 * @param without regions to leave out
 * @param strangers parameters that no selection has
 */
public record SelectionWords(
    Set<String> regions,
    Set<String> without,
    Set<String> kinds,
    Set<String> topics,
    Set<String> languages,
    List<String> searches,
    List<String> boxes,
    List<String> mentions,
    List<String> strangers) {
  public static final List<String> PARAMETERS =
      List.of("kind", "topic", "lang", "q", "bbox", "mentions");

  static final String EVERYTHING = "all";
  static final String NOT = "!";

  /** A space too: what many a client makes of a plus. */
  private static final Pattern BETWEEN_REGIONS = Pattern.compile("[+ ]+");

  private static final Pattern BETWEEN_PAIRS = Pattern.compile("&");
  private static final Pattern BETWEEN_TOPICS = Pattern.compile("[, ]+");

  private static SelectionWords none() {
    return new SelectionWords(
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /**
   * Of a part of an address, escapes and all.
   *
   * @param names {@code all}, or slugs joined by {@code +}; {@code !slug} leaves one out
   * @param query without its question mark
   * @throws IllegalArgumentException when a percent sign starts no escape
   */
  public static SelectionWords of(String names, String query) {
    var words = none();
    words.addRegions(words(lower(names.replace("+", "%2B")), BETWEEN_REGIONS));
    for (String pair : BETWEEN_PAIRS.split(query)) {
      int equals = pair.indexOf('=');
      String name = lower(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : unescaped(pair.substring(equals + 1));
      words.add(name, value);
    }
    return words;
  }

  /** The same with what a field of a form, or a pair of a query, adds to it. */
  public SelectionWords with(String name, Collection<String> values) {
    if (name.equals("regions")) {
      addRegions(values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList());
    } else {
      values.forEach(value -> add(name, value));
    }
    return this;
  }

  public static SelectionWords empty() {
    return none();
  }

  private void addRegions(Collection<String> names) {
    boolean all = regions.isEmpty() && names.contains(EVERYTHING);
    for (String name : names) {
      if (name.startsWith(NOT)) {
        without.add(name.substring(NOT.length()));
      } else if (!all) {
        regions.add(name);
      }
    }
  }

  private void add(String name, String value) {
    switch (name) {
      case "" -> {}
      case "kind" -> kinds.addAll(words(lowered(value), BETWEEN_TOPICS));
      case "topic" -> topics.addAll(words(lowered(value), BETWEEN_TOPICS));
      case "lang" -> languages.addAll(words(lowered(value), BETWEEN_TOPICS));
      case "q" -> searches.add(value);
      case "bbox" -> boxes.add(value);
      case "mentions" -> mentions.add(lowered(value));
      default -> strangers.add(name);
    }
  }

  private static List<String> words(String text, Pattern between) {
    return Arrays.stream(between.split(text)).filter(w -> !w.isEmpty()).toList();
  }

  private static String lower(String escaped) {
    return lowered(unescaped(escaped));
  }

  private static String lowered(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String unescaped(String escaped) {
    return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
  }
}
