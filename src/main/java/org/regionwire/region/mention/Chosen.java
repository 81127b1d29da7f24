package org.regionwire.region.mention;

import org.regionwire.region.mention.Hit.Candidate;

/**
 * A hit and what it was taken for.
 *
 * @param confidence from 0 to 1
 * @param evidence what decided between several places of the name; empty when there was only one
 */
record Chosen(Hit hit, Candidate candidate, Stance stance, double confidence, String evidence) {}
