package org.regionwire.digest.composing;

import java.time.Instant;
import java.util.Optional;

/**
 * A letter that nobody gets. The links in it that are a reader's own lead nowhere.
 *
 * @param at when it would go out
 * @param to whom, masked; empty for nobody in particular
 * @param person the id of whose letter it is; empty for nobody in particular
 * @param items in it
 * @param html where the reader wants it
 */
public record Preview(
    Instant at,
    String to,
    String person,
    String subject,
    int items,
    Optional<String> html,
    String text) {}
