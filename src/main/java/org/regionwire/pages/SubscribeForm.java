package org.regionwire.pages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.regionwire.region.Topics;

/**
 * The form for a subscription: what can be chosen, what was typed, and what was wrong with it.
 *
 * @param kind {@code news}, {@code event}, or empty for both
 * @param time HH:MM
 * @param zone IANA
 * @param format {@code html} or {@code text}
 */
public record SubscribeForm(
    String email,
    Set<String> regions,
    String kind,
    Set<String> topics,
    String time,
    String zone,
    String format,
    Mistakes mistakes,
    List<RegionGroup> regionGroups,
    List<Topics.Topic> allTopics,
    List<ZoneGroup> zones) {

  /** Time zones under a heading. */
  public record ZoneGroup(String heading, List<String> zones) {}

  static SubscribeForm of(
      Map<String, List<String>> typed,
      Mistakes mistakes,
      String zone,
      List<RegionGroup> regionGroups,
      List<Topics.Topic> topics,
      Zones zones) {
    String chosen = first(typed, "zone").orElse(zone);
    return new SubscribeForm(
        first(typed, "email").orElse(""),
        all(typed, "regions"),
        first(typed, "kind").orElse(""),
        all(typed, "topics"),
        first(typed, "time").orElse("08:00"),
        chosen,
        first(typed, "format").orElse("html"),
        mistakes,
        regionGroups,
        topics,
        zones.offering(chosen));
  }

  private static Optional<String> first(Map<String, List<String>> typed, String field) {
    return all(typed, field).stream().findFirst();
  }

  private static Set<String> all(Map<String, List<String>> typed, String field) {
    return new LinkedHashSet<>(Optional.ofNullable(typed.get(field)).orElse(List.of()));
  }
}
