package org.regionwire.region;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.regionwire.region.Region.Fact;
import org.regionwire.region.Region.Point;
import org.regionwire.region.Region.Profile;

/** Understands an entry as a region, and notes whatever it does not understand. */
final class RegionReader {
  private static final List<String> FIELDS =
      List.of(
          "name",
          "type",
          "names",
          "aliases",
          "codes",
          "centre",
          "zone",
          "parents",
          "languages",
          "profile",
          "facts");
  private static final List<String> FACT = List.of("label", "value", "year", "source");

  /** The address of the feed of everything. */
  private static final String EVERYWHERE = "all";

  /** What may stand in an address: {@code oresund-region}. */
  static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Flaws flaws;

  RegionReader(Flaws flaws) {
    this.flaws = flaws;
  }

  Region region(Entry entry) {
    flaws.addWhen(
        !SLUG.matcher(entry.slug()).matches(),
        entry.line(),
        "“" + entry.slug() + "” is not a slug: small letters a to z, digits and single hyphens");
    flaws.addWhen(
        entry.slug().equals(EVERYWHERE),
        entry.line(),
        "“" + EVERYWHERE + "” stands for all regions and cannot be one");
    refuseUnknown(FIELDS, entry.fields());
    return new Region(
        entry.slug(),
        text(entry, "name"),
        text(entry, "type"),
        entry.field("names").map(field -> field.textMap(flaws)).orElse(Map.of()),
        texts(entry, "aliases"),
        texts(entry, "codes"),
        entry.field("centre").flatMap(this::centre),
        entry.field("zone").flatMap(this::zone),
        texts(entry, "parents"),
        texts(entry, "languages"),
        profile(entry));
  }

  private void refuseUnknown(List<String> known, Map<String, Field> fields) {
    fields.forEach(
        (name, field) ->
            flaws.addWhen(
                !known.contains(name),
                field.line(),
                "“" + name + "” is not one of " + String.join(", ", known)));
  }

  private String text(Entry entry, String name) {
    if (entry.field(name).isEmpty()) {
      flaws.add(entry.line(), entry.slug() + " has no " + name);
    }
    return entry.field(name).map(field -> field.text(flaws)).orElse("");
  }

  private List<String> texts(Entry entry, String name) {
    return entry.field(name).map(field -> field.texts(flaws)).orElse(List.of());
  }

  private Optional<Point> centre(Field field) {
    var degrees = field.texts(flaws);
    try {
      if (degrees.size() == 2) {
        var point =
            new Point(Double.parseDouble(degrees.get(0)), Double.parseDouble(degrees.get(1)));
        if (Math.abs(point.lat()) <= 90 && Math.abs(point.lon()) <= 180) {
          return Optional.of(point);
        }
      }
    } catch (NumberFormatException e) {
      // falls through to the one sentence that helps with every mistake
    }
    flaws.add(field.line(), "the centre is [latitude, longitude] in degrees, not " + degrees);
    return Optional.empty();
  }

  private Optional<ZoneId> zone(Field field) {
    String id = field.text(flaws);
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException e) {
      flaws.add(field.line(), "“" + id + "” is not a time zone, such as Europe/Oslo");
      return Optional.empty();
    }
  }

  private Optional<Profile> profile(Entry entry) {
    var text = texts(entry, "profile");
    var facts =
        entry.field("facts").map(field -> field.list(flaws)).orElse(List.of()).stream()
            .map(this::fact)
            .toList();
    return text.isEmpty() && facts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Profile(text, facts));
  }

  private Fact fact(Field field) {
    var parts = field.map(flaws);
    refuseUnknown(FACT, parts);
    for (String name : FACT) {
      flaws.addWhen(!parts.containsKey(name), field.line(), "the fact has no " + name);
    }
    var texts = new HashMap<String, String>();
    parts.forEach((name, part) -> texts.put(name, part.text(flaws)));
    return new Fact(
        texts.getOrDefault("label", ""),
        texts.getOrDefault("value", ""),
        texts.getOrDefault("year", ""),
        texts.getOrDefault("source", ""));
  }
}
