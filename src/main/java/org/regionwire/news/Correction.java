package org.regionwire.news;

import java.time.Instant;

/** A material correction, told with the item from then on. */
public record Correction(String note, Instant at) {}
