package org.regionwire.pages.site;

import java.util.List;
import java.util.Optional;

/**
 * What a page says about itself.
 *
 * @param title without the site's name
 * @param canonical its own address, absolute; empty for a page that has no lasting one
 * @param type {@code website} or {@code article} (Open Graph)
 * @param section the navigation link that leads here
 * @param feeds for readers that look for a page's feed, the nearest first
 * @param jsonLd schema.org data in which no {@code <} is left
 */
public record Head(
    String title,
    String description,
    Optional<String> canonical,
    String type,
    String section,
    List<FeedAddresses> feeds,
    Optional<String> image,
    Optional<String> jsonLd,
    String style,
    String icon) {

  public Head about(FeedAddresses nearest) {
    var all = java.util.stream.Stream.concat(java.util.stream.Stream.of(nearest), feeds.stream());
    return new Head(
        title, description, canonical, type, section, all.toList(), image, jsonLd, style, icon);
  }

  public Head article(Optional<String> picture, String data) {
    return new Head(
        title,
        description,
        canonical,
        "article",
        section,
        feeds,
        picture,
        Optional.of(data),
        style,
        icon);
  }
}
