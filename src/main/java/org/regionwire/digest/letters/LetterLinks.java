package org.regionwire.digest.letters;

/**
 * The secret words of the links in a letter.
 *
 * @param subscriber the id of the person
 * @param unsubscribe ends all of this person's subscriptions
 * @param manage leads to the page on which everything can be seen and changed
 */
public record LetterLinks(String subscriber, String unsubscribe, String manage) {}
