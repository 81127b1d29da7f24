package org.regionwire.region;

import java.util.LinkedHashSet;
import java.util.Set;

/** Everything a region is called. */
public final class Names {
  private Names() {}

  public static Set<String> of(Region region) {
    var names = new LinkedHashSet<String>();
    names.add(region.name());
    names.addAll(region.names().values());
    names.addAll(region.aliases());
    return names;
  }
}
