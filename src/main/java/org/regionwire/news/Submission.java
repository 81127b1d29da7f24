package org.regionwire.news;

import java.time.Instant;

/**
 * What a sender gave us: one file in the inbox or one HTTP request. Untrusted.
 *
 * @param key see {@link Origin#key()}
 * @param keyed whether a repetition can be recognised by the key, so that the id comes from it
 */
public record Submission(
    String sender,
    String key,
    boolean keyed,
    String bodyHash,
    Instant received,
    Format format,
    byte[] body) {}
