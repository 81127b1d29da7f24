package org.regionwire.pages.site;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.regionwire.news.Excerpt;

/** What all pages share: where they are, what they are called, how they look. */
public final class Site {
  public static final String NAME = "Regionwire";
  private static final int DESCRIPTION = 200;

  private final String base;
  private final UnaryOperator<String> files;

  /**
   * @param base where readers find the wire, with or without a slash
   * @param files the address of a shipped file, by its name
   */
  public Site(URI base, UnaryOperator<String> files) {
    this.base = base.toString().replaceFirst("/+$", "");
    this.files = files;
  }

  /** Absolute, of a path from the root. */
  public String at(String path) {
    return base + path;
  }

  public FeedAddresses everything() {
    return feed(NAME + ": all news", "all");
  }

  public FeedAddresses feed(String title, String slug) {
    return FeedAddresses.of(title, base, slug);
  }

  /** Of a page with an address of its own, which leads to section {@code section}. */
  public Head head(String title, String description, String path, String section) {
    return head(title, description, Optional.of(at(path)), section);
  }

  /** Of an answer that nobody should find by searching. */
  public Head passing(String title, String description) {
    return head(title, description, Optional.empty(), "");
  }

  private Head head(String title, String description, Optional<String> address, String section) {
    return new Head(
        title,
        Excerpt.of(description, DESCRIPTION),
        address,
        "website",
        section,
        List.of(everything()),
        Optional.empty(),
        Optional.empty(),
        files.apply("wire.css"),
        files.apply("icon.svg"));
  }
}
