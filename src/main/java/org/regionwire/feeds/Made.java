package org.regionwire.feeds;

/** A feed as bytes, and what it shows. */
@SuppressWarnings("ArrayRecordComponent")
record Made(byte[] bytes, Contents contents) {}
