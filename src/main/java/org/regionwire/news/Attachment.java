package org.regionwire.news;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/** A file that stays where it is. The length is in bytes. */
public record Attachment(
    URI url, Optional<String> type, OptionalLong length, Optional<String> title) {}
