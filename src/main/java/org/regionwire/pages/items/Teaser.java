package org.regionwire.pages.items;

import java.util.List;
import java.util.Optional;
import org.regionwire.pages.site.Link;

/** An item in a list. {@code text} is empty when there is nothing but a title. */
public record Teaser(
    String href,
    String title,
    Optional<String> language,
    String text,
    Moment published,
    Optional<Occasion> occasion,
    List<Link> regions) {}
