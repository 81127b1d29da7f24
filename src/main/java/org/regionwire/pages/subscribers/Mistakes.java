package org.regionwire.pages.subscribers;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.intake.Problem;
import org.regionwire.pages.site.Link;

/** The problems of a form, each beside the field it is about. */
public final class Mistakes {
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          entry("email", "The email address"),
          entry("regions", "The choice of regions"),
          entry("kind", "The kind"),
          entry("topics", "The choice of topics"),
          entry("q", "What words there should be"),
          entry("cadence", "How often"),
          entry("weekday", "The day of the week"),
          entry("time", "The time"),
          entry("zone", "The time zone"),
          entry("format", "The format"),
          entry("language", "The language"),
          entry("calendar", "The calendar"));

  private final Map<String, List<String>> byField = new LinkedHashMap<>();

  public Mistakes(List<Problem> problems) {
    for (Problem problem : problems) {
      String field = field(problem.pointer());
      String label = LABELS.get(field);
      byField
          .computeIfAbsent(label == null ? "" : field, any -> new ArrayList<>())
          .add(label == null ? sentence(problem.toString()) : label + " " + problem.detail());
    }
  }

  /** Of a field, in the order they came. */
  public List<String> of(String field) {
    return Optional.ofNullable(byField.get(field)).orElse(List.of());
  }

  public boolean at(String field) {
    return byField.containsKey(field);
  }

  public boolean any() {
    return !byField.isEmpty();
  }

  /** For a summary: each leads to its field, those without one nowhere. */
  public List<Link> all() {
    return byField.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .map(
                        text ->
                            new Link(entry.getKey().isEmpty() ? "" : "#" + entry.getKey(), text)))
        .toList();
  }

  /** The first step of a JSON Pointer. */
  private static String field(String pointer) {
    int start = pointer.startsWith("/") ? 1 : 0;
    int end = pointer.indexOf('/', start);
    return end < 0 ? pointer.substring(start) : pointer.substring(start, end);
  }

  private static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
