package org.regionwire.pages.site;

/** Where a link leads and what it says. */
public record Link(String href, String label) {}
