package org.regionwire.archive;

import org.regionwire.news.PublishedItem;

/** A revision and its text in the archive. */
record Document(PublishedItem item, String text) {}
