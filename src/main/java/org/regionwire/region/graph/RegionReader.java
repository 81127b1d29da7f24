package org.regionwire.region.graph;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.regionwire.news.Point;
import org.regionwire.region.Region;
import org.regionwire.region.Region.Fact;
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
          "members",
          "formerly",
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

  /**
   * @param base what the gazetteer says, in place of what the entry does not
   */
  Written read(Entry entry, Optional<Region> base) {
    checkSlug(entry);
    refuseUnknown(FIELDS, entry.fields());
    var region = region(entry, base);
    return new Written(region, ownNames(entry, region), texts(entry, "members"), formerly(entry));
  }

  private static List<String> ownNames(Entry entry, Region region) {
    var names = new LinkedHashSet<String>();
    names.add(region.name());
    names.addAll(region.aliases());
    entry.field("names").ifPresent(f -> names.addAll(f.textMap(new Flaws()).values()));
    return names.stream().filter(name -> !name.isEmpty()).toList();
  }

  private void checkSlug(Entry entry) {
    flaws.addWhen(
        !SLUG.matcher(entry.slug()).matches(),
        entry.line(),
        "“" + entry.slug() + "” is not a slug: small letters a to z, digits and single hyphens");
    flaws.addWhen(
        entry.slug().equals(EVERYWHERE),
        entry.line(),
        "“" + EVERYWHERE + "” stands for all regions and cannot be one");
  }

  private Region region(Entry entry, Optional<Region> base) {
    return new Region(
        entry.slug(),
        text(entry, "name", base.map(Region::name)),
        text(entry, "type", base.map(Region::type)),
        names(entry, base),
        texts(entry, "aliases"),
        both(texts(entry, "codes"), base.map(Region::codes)),
        entry.field("centre").flatMap(this::centre).or(() -> base.flatMap(Region::centre)),
        entry.field("zone").flatMap(this::zone).or(() -> base.flatMap(Region::zone)),
        both(texts(entry, "parents"), base.map(Region::parents)),
        texts(entry, "languages"),
        profile(entry));
  }

  private Map<String, String> names(Entry entry, Optional<Region> base) {
    var names = new LinkedHashMap<String, String>(base.map(Region::names).orElse(Map.of()));
    entry.field("names").ifPresent(field -> names.putAll(field.textMap(flaws)));
    return Map.copyOf(names);
  }

  private static List<String> both(List<String> own, Optional<List<String>> more) {
    return Stream.concat(own.stream(), more.stream().flatMap(List::stream)).distinct().toList();
  }

  private List<String> formerly(Entry entry) {
    var slugs = texts(entry, "formerly");
    for (String slug : slugs) {
      flaws.addWhen(
          !SLUG.matcher(slug).matches(),
          entry.lineOf("formerly"),
          "“" + slug + "” was never a slug: small letters a to z, digits and single hyphens");
    }
    return slugs;
  }

  private void refuseUnknown(List<String> known, Map<String, Field> fields) {
    fields.forEach(
        (name, field) ->
            flaws.addWhen(
                !known.contains(name),
                field.line(),
                "“" + name + "” is not one of " + String.join(", ", known)));
  }

  private String text(Entry entry, String name, Optional<String> base) {
    if (entry.field(name).isEmpty() && base.isEmpty()) {
      flaws.add(entry.line(), entry.slug() + " has no " + name);
    }
    return entry.field(name).map(field -> field.text(flaws)).or(() -> base).orElse("");
  }

  private List<String> texts(Entry entry, String name) {
    return entry.field(name).map(field -> field.texts(flaws)).orElse(List.of());
  }

  private Optional<Point> centre(Field field) {
    var degrees = field.texts(flaws);
    try {
      if (degrees.size() == 2) {
        return Optional.of(
            new Point(Double.parseDouble(degrees.get(0)), Double.parseDouble(degrees.get(1))));
      }
    } catch (IllegalArgumentException e) {
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
