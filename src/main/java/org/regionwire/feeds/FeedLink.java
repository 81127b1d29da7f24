package org.regionwire.feeds;

/**
 * Where a feed is, for the links a page shows and for autodiscovery ({@code <link rel="alternate"
 * type=… title=… href=…>}).
 *
 * @param title of the feed: {@code Regionwire – Malmö}
 * @param href path and query, from the root of the site
 * @param type media type without parameters
 */
public record FeedLink(FeedFormat format, String title, String href, String type) {}
