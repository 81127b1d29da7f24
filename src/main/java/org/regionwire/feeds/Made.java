package org.regionwire.feeds;

import java.util.Map;

/**
 * A feed as bytes, and what it shows.
 *
 * @param entries where the bytes of a revision are, by its sequence
 */
@SuppressWarnings("ArrayRecordComponent")
record Made(byte[] bytes, Contents contents, Map<Long, Sheet.Cut> entries) {}
