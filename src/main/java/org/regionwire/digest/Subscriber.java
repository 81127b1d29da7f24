package org.regionwire.digest;

/**
 * A person, which is an address.
 *
 * @param cursor everything up to this sequence is settled
 */
record Subscriber(
    String id,
    String address,
    Schedule schedule,
    String language,
    LetterFormat format,
    long cursor) {}
