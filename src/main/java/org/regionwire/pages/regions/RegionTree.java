package org.regionwire.pages.regions;

import java.util.List;
import org.regionwire.pages.site.Link;

/**
 * A region in the list of those in use, with those in it.
 *
 * @param items how many came in recently
 */
public record RegionTree(String slug, Link link, int items, List<RegionTree> parts) {}
