package org.regionwire.region.mention;

/** One language: how it inflects names, and what its words say about names beside them. */
record Speech(String language, Forms forms, Cues cues) {}
