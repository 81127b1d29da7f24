package org.regionwire.pages;

import java.util.Optional;
import java.util.function.Function;
import org.regionwire.news.PublishedItem;

/**
 * How an item is written for programs.
 *
 * @param json all that the wire knows of it
 * @param ninjs the IPTC's News in JSON
 * @param calendar its event as iCalendar, in UTF-8; nothing when it is none
 */
public record ItemForms(
    Function<PublishedItem, String> json,
    Function<PublishedItem, String> ninjs,
    Function<PublishedItem, Optional<byte[]>> calendar) {}
