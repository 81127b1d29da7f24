package org.regionwire.pages;

/** A region an item is in, and why. */
public record Evidence(Link region, String why) {}
