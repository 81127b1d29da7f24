package org.regionwire.region.mention;

/**
 * A name as it stands in a text.
 *
 * @param field {@code title}, {@code summary} or {@code body}
 * @param offset of its first character there, in UTF-16 code units
 */
public record Mention(String field, int offset, String text) {}
