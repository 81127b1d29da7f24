package org.regionwire.digest;

import org.regionwire.news.Selection;

/**
 * A wish for a daily letter, not yet confirmed. If you hold one, it is valid.
 *
 * @param email fit for a header and an SMTP command: ASCII, no line breaks, no quotes
 * @param schedule when the letter should come
 * @param language BCP 47
 */
public record SubscriptionRequest(
    String email, Selection selection, Schedule schedule, String language, LetterFormat format) {}
