package org.regionwire.feeds.rendering;

import java.util.Map;
import org.regionwire.feeds.formats.Sheet;

/**
 * A feed as bytes, and what it shows.
 *
 * @param entries where the bytes of a revision are, by its sequence
 */
@SuppressWarnings("ArrayRecordComponent")
public record Made(byte[] bytes, Contents contents, Map<Long, Sheet.Cut> entries) {}
