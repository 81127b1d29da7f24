package org.regionwire.digest.letters;

import java.util.List;

/** What the template of the letter shows that has nothing but links. */
public record LinksLetter(
    Wording wording,
    String subject,
    String wire,
    List<String> wishes,
    String unsubscribe,
    String manage,
    String home) {}
