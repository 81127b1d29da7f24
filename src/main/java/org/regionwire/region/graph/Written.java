package org.regionwire.region.graph;

import java.util.List;
import org.regionwire.region.Region;

/**
 * A region that stands in the files, completed by what the gazetteer says of it.
 *
 * @param region its parents are slugs or codes, not yet looked up
 * @param names it has in the files
 * @param members slugs or codes of regions that are part of it
 * @param formerly slugs it had before, which lead to it for ever
 */
record Written(Region region, List<String> names, List<String> members, List<String> formerly) {
  String slug() {
    return region.slug();
  }
}
