package org.regionwire.digest.subscribing;

import org.regionwire.digest.Cadence;
import org.regionwire.digest.LetterFormat;
import org.regionwire.digest.Schedule;
import org.regionwire.news.Selection;

/**
 * A wish for letters, not yet confirmed. If you hold one, it is valid.
 *
 * @param email fit for a header and an SMTP command: ASCII, no line breaks, no quotes
 * @param schedule when the letter should come, on the days of the cadence
 * @param language BCP 47
 */
public record SubscriptionRequest(
    String email,
    Selection selection,
    Cadence cadence,
    Schedule schedule,
    String language,
    LetterFormat format) {}
