package org.regionwire.feeds;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a feed's address, unescaped, not yet looked up. All but those of a search are in
 * lower case.
 *
 * @param regions empty for all
 * @param without regions to leave out
 * @param extension empty when there is none
 * @param mistakes what no look-up can mend
 */
record AddressParts(
    Set<String> regions,
    Set<String> without,
    String extension,
    Set<String> kinds,
    Set<String> topics,
    Set<String> languages,
    List<String> searches,
    List<String> boxes,
    List<String> mentions,
    List<Asked.Mistake> mistakes) {
  /** A space too: what many a client makes of a plus. */
  private static final Pattern BETWEEN_REGIONS = Pattern.compile("[+ ]+");

  private static final List<String> PARAMETERS =
      List.of("kind", "topic", "lang", "q", "bbox", "mentions");
  private static final Pattern BETWEEN_PAIRS = Pattern.compile("&");
  private static final Pattern BETWEEN_TOPICS = Pattern.compile("[, ]+");

  /**
   * @throws IllegalArgumentException when a percent sign starts no escape
   */
  static AddressParts of(String address) {
    int mark = address.indexOf('?');
    String path = mark < 0 ? address : address.substring(0, mark);
    String query = mark < 0 ? "" : address.substring(mark + 1);
    String name = lower(path.substring(FeedKey.ROOT.length()).replace("+", "%2B"));
    int dot = name.lastIndexOf('.');
    var parts =
        new AddressParts(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            dot < 0 ? "" : name.substring(dot + 1),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    parts.addRegions(dot < 0 ? name : name.substring(0, dot));
    for (String pair : BETWEEN_PAIRS.split(query)) {
      parts.addPair(pair);
    }
    return parts;
  }

  private void addRegions(String names) {
    var words = words(names, BETWEEN_REGIONS);
    if (words.isEmpty()) {
      add("/regions", "are missing: name some, or ask for all");
    }
    for (String word : words) {
      if (word.startsWith(FeedKey.NOT)) {
        without.add(word.substring(FeedKey.NOT.length()));
      } else {
        regions.add(word);
      }
    }
    if (regions.contains(FeedKey.EVERYTHING)) {
      regions.clear();
    }
  }

  private void addPair(String pair) {
    int equals = pair.indexOf('=');
    String name = lower(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    switch (name) {
      case "" -> {}
      case "kind" -> kinds.addAll(words(lower(value), BETWEEN_TOPICS));
      case "topic" -> topics.addAll(words(lower(value), BETWEEN_TOPICS));
      case "lang" -> languages.addAll(words(lower(value), BETWEEN_TOPICS));
      case "q" -> searches.add(unescaped(value));
      case "bbox" -> boxes.add(unescaped(value));
      case "mentions" -> mentions.add(lower(value));
      default ->
          add("/" + name, "is not a parameter of feeds; " + String.join(", ", PARAMETERS) + " are");
    }
  }

  private void add(String pointer, String detail) {
    mistakes.add(new Asked.Mistake(pointer, detail, List.of()));
  }

  private static List<String> words(String text, Pattern between) {
    return Arrays.stream(between.split(text)).filter(w -> !w.isEmpty()).toList();
  }

  private static String lower(String escaped) {
    return unescaped(escaped).toLowerCase(Locale.ROOT);
  }

  private static String unescaped(String escaped) {
    return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
  }
}
