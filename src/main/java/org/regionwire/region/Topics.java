package org.regionwire.region;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The controlled vocabulary of clusters and sectors. */
public interface Topics {
  /** A term: its slug for addresses and submissions, its name for people. */
  record Topic(String slug, String name) {}

  /** In the order of their names. */
  Collection<Topic> all();

  Optional<Topic> bySlug(String slug);

  /** The slugs nearest to a misspelt one, best first, at most three. */
  List<String> suggestions(String unknown);
}
