package org.regionwire.digest;

import java.time.Instant;

/**
 * A person, which is an address.
 *
 * @param cursor of corrections up to this sequence the person has been told
 * @param pausedUntil no digest before; the epoch when there is no pause
 * @param links the generation of links that work
 */
public record Subscriber(
    String id,
    String address,
    Schedule schedule,
    String language,
    LetterFormat format,
    long cursor,
    Instant pausedUntil,
    int links) {}
