package org.regionwire.pages.regions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.regionwire.pages.site.Site;
import org.regionwire.region.Region;

/**
 * All regions for programs: {@code {"regions": [{slug, name, type, page, names, aliases, codes,
 * centre {lat, lon}, zone, parents, feeds {rss, atom, json}}]}}.
 */
public final class RegionList {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Site site;

  public RegionList(Site site) {
    this.site = site;
  }

  public String of(Collection<Region> regions) {
    var all = JSON.createObjectNode();
    var list = all.putArray("regions");
    regions.forEach(region -> add(list.addObject(), region));
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private void add(ObjectNode node, Region region) {
    node.put("slug", region.slug()).put("name", region.name()).put("type", region.type());
    node.put("page", site.at("/regions/" + region.slug()));
    var names = node.putObject("names");
    region.names().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(name -> names.put(name.getKey(), name.getValue()));
    region.aliases().forEach(node.putArray("aliases")::add);
    region.codes().forEach(node.putArray("codes")::add);
    region
        .centre()
        .ifPresent(at -> node.putObject("centre").put("lat", at.lat()).put("lon", at.lon()));
    region.zone().ifPresent(zone -> node.put("zone", zone.getId()));
    region.parents().forEach(node.putArray("parents")::add);
    var feeds = site.feed(region.name(), region.slug());
    node.putObject("feeds")
        .put("rss", feeds.rss())
        .put("atom", feeds.atom())
        .put("json", feeds.json());
  }
}
