package org.regionwire.region;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The regions the wire knows, as a directed acyclic graph. */
public interface Regions {
  /** In the order of their names. */
  Collection<Region> all();

  Optional<Region> bySlug(String slug);

  /** By slug or code (ISO 3166-1, ISO 3166-2, NUTS); letter case does not matter. */
  Optional<Region> resolve(String slugOrCode);

  /** The slugs nearest to a misspelt one, best first, at most three. */
  List<String> suggestions(String unknown);

  /** Its parents, their parents and so on, nearest first, each once. */
  List<Region> ancestors(String slug);

  /** The regions directly in it. */
  List<Region> parts(String slug);
}
