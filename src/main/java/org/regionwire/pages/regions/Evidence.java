package org.regionwire.pages.regions;

import org.regionwire.pages.site.Link;

/** A region an item is in, and why. */
public record Evidence(Link region, String why) {}
