package org.regionwire.digest;

import java.time.Instant;

/**
 * A letter of which nobody knows whether it went out.
 *
 * @param tries so far
 * @param next when it is tried again
 * @param reply what was said last
 */
public record Doubt(
    String letter, String run, String destination, int tries, Instant next, String reply) {}
