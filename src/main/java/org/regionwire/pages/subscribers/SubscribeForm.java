package org.regionwire.pages.subscribers;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.regionwire.pages.regions.RegionGroup;
import org.regionwire.region.Topics;

/**
 * The form for a subscription: what can be chosen, what was typed, and what was wrong with it.
 *
 * @param kind {@code news}, {@code event}, or empty for both
 * @param words to be found in items
 * @param cadence immediate, daily, weekly or monthly
 * @param weekday of a weekly letter, in English
 * @param time HH:MM
 * @param zone IANA
 * @param language of letters, BCP 47
 * @param format {@code html} or {@code text}
 * @param calendar whether one is to be attached to letters
 */
public record SubscribeForm(
    String email,
    Set<String> regions,
    String kind,
    Set<String> topics,
    String words,
    String cadence,
    String weekday,
    String time,
    String zone,
    String language,
    String format,
    boolean calendar,
    Mistakes mistakes,
    List<RegionGroup> regionGroups,
    List<Topics.Topic> allTopics,
    List<ZoneGroup> zones) {

  private static final List<String> CADENCES = List.of("daily", "weekly", "monthly", "immediate");

  /** What can be chosen, with its name. */
  public record Choice(String value, String name, boolean chosen) {}

  public List<Choice> cadences() {
    var names =
        List.of("Every day", "Every week", "On the first of every month", "Minutes after the news");
    return IntStream.range(0, CADENCES.size())
        .mapToObj(i -> choice(CADENCES.get(i), names.get(i), cadence))
        .toList();
  }

  public List<Choice> weekdays() {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
        .map(name -> choice(name.toLowerCase(Locale.ROOT), name, weekday))
        .toList();
  }

  public List<LetterLanguage> languages() {
    return LetterLanguage.offering(language);
  }

  private static Choice choice(String value, String name, String chosen) {
    return new Choice(value, name, value.equals(chosen));
  }

  /** Time zones under a heading. */
  public record ZoneGroup(String heading, List<String> zones) {}

  public static SubscribeForm of(
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
        first(typed, "q").orElse(""),
        first(typed, "cadence").orElse("daily"),
        first(typed, "weekday").orElse("monday"),
        first(typed, "time").orElse("08:00"),
        chosen,
        first(typed, "language").orElse("en"),
        first(typed, "format").orElse("html"),
        first(typed, "calendar").orElse("").equals("yes"),
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
