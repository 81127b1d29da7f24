package org.regionwire.archive;

import java.util.List;
import org.regionwire.news.PublishedItem;

/**
 * The end of a selection, at one moment. All newest first.
 *
 * @param standing the newest that stand and have not expired
 * @param withdrawn those that were published and withdrawn and have not expired, and are not older
 *     than {@code standing} when there are as many of these as were asked for
 * @param places first sequences of the newest ever published: whether they stand, have expired or
 *     are withdrawn, and more than are in the other two unless that is all
 */
public record Recent(
    List<PublishedItem> standing, List<PublishedItem> withdrawn, List<Long> places) {}
