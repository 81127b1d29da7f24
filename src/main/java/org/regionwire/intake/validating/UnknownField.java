package org.regionwire.intake.validating;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.regionwire.region.Nearest;

/** What to say about a field that nobody knows. */
final class UnknownField {
  /** What other formats and content systems call our fields. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("headline", "title"),
          Map.entry("teaser", "summary"),
          Map.entry("abstract", "summary"),
          Map.entry("description", "summary"),
          Map.entry("lead", "summary"),
          Map.entry("body", "content"),
          Map.entry("text", "content"),
          Map.entry("html", "content"),
          Map.entry("lang", "language"),
          Map.entry("url", "link"),
          Map.entry("href", "url"),
          Map.entry("uri", "url"),
          Map.entry("date", "published"),
          Map.entry("pubdate", "published"),
          Map.entry("embargo", "publishAt"),
          Map.entry("tags", "topics"),
          Map.entry("categories", "topics"),
          Map.entry("guid", "id"),
          Map.entry("latitude", "lat"),
          Map.entry("longitude", "lon"),
          Map.entry("lng", "lon"),
          Map.entry("tz", "timezone"),
          Map.entry("city", "name"),
          Map.entry("size", "length"));

  private UnknownField() {}

  static String detail(String name, List<String> known) {
    return meant(name, known)
        .map(field -> "is an unknown field; did you mean `" + field + "`?")
        .orElse("is an unknown field; known here: " + String.join(", ", known));
  }

  private static Optional<String> meant(String name, List<String> known) {
    return Optional.ofNullable(ELSEWHERE.get(name.toLowerCase(Locale.ROOT)))
        .filter(known::contains)
        .or(() -> Nearest.among(known).to(name).stream().findFirst());
  }
}
