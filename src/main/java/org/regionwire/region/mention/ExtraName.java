package org.regionwire.region.mention;

/**
 * A name of a region that the gazetteer does not have, such as a network of cities.
 *
 * @param id of the region, as the caller wants it back
 */
public record ExtraName(String id, String name) {}
