package org.regionwire.pages.regions;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.news.Point;
import org.regionwire.pages.site.Site;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;

/** Gathers what the page of one region shows. */
public final class RegionPages {
  private final Regions regions;
  private final RegionLinks links;
  private final Site site;

  public RegionPages(Regions regions, RegionLinks links, Site site) {
    this.regions = regions;
    this.links = links;
    this.site = site;
  }

  public RegionPage of(Region region, RegionsInUse inUse, ZoneId fallback) {
    var facts = region.profile().map(Region.Profile::facts).orElse(List.of());
    var sources = facts.stream().map(Region.Fact::source).distinct().toList();
    var parts = regions.parts(region.slug());
    return new RegionPage(
        region,
        otherNames(region),
        region.profile().map(Region.Profile::text).orElse(List.of()),
        facts.stream().map(fact -> fact(fact, sources)).toList(),
        sources,
        links.to(region.parents()),
        parts.stream().filter(inUse::has).map(RegionLinks::to).toList(),
        parts.stream().filter(part -> !inUse.has(part)).map(RegionLinks::to).toList(),
        regions.point(region.slug()).map(RegionPages::map),
        RegionMap.of(region, regions),
        site.feed(region.name(), region.slug()),
        region.zone().orElse(fallback).getId());
  }

  private static RegionPage.Fact fact(Region.Fact fact, List<String> sources) {
    return new RegionPage.Fact(
        fact.label(), fact.value(), fact.year(), sources.indexOf(fact.source()) + 1);
  }

  private static List<RegionPage.OtherName> otherNames(Region region) {
    return region.names().entrySet().stream()
        .filter(name -> !name.getValue().equals(region.name()))
        .sorted(java.util.Map.Entry.comparingByKey())
        .map(
            name ->
                new RegionPage.OtherName(name.getKey(), language(name.getKey()), name.getValue()))
        .toList();
  }

  private static String language(String code) {
    return Optional.of(Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH))
        .filter(name -> !name.isEmpty())
        .orElse(code);
  }

  private static String map(Point centre) {
    return String.format(
        Locale.ROOT, "https://www.openstreetmap.org/#map=10/%.4f/%.4f", centre.lat(), centre.lon());
  }
}
