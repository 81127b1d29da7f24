package org.regionwire.digest.letters;

import java.util.List;

/** What the template of the letter shows that asks whether a subscription is meant. */
public record ConfirmationLetter(
    Wording wording,
    String subject,
    String wire,
    List<String> wishes,
    String hour,
    String confirm,
    String home) {}
