package org.regionwire.pages.site;

import java.util.regex.Pattern;

/** The addresses of one selection's feed, one for each format. */
public record FeedAddresses(String title, String rss, String atom, String json, String ics) {
  private static final Pattern EXTENSION = Pattern.compile("\\.(rss|atom|json|ics)(?=\\?|$)");

  /** Of a region, or of everything when {@code slug} is {@code all}. */
  static FeedAddresses of(String title, String base, String slug) {
    return besides(title, base + "/feeds/" + slug + ".rss");
  }

  /** The one address given, and the same feed in the other formats. */
  public static FeedAddresses besides(String title, String address) {
    return new FeedAddresses(
        title, as(address, "rss"), as(address, "atom"), as(address, "json"), as(address, "ics"));
  }

  /** For a click to open the calendar of the person who clicks. */
  public String webcal() {
    return ics.replaceFirst("^https?:", "webcal:");
  }

  private static String as(String address, String extension) {
    return EXTENSION.matcher(address).replaceFirst("." + extension);
  }
}
