package org.regionwire.pages;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.regionwire.news.Excerpt;

/** What all pages share: where they are, what they are called, how they look. */
final class Site {
  static final String NAME = "Regionwire";
  private static final int DESCRIPTION = 200;

  private final String base;
  private final StaticFiles files;

  Site(URI base) {
    this.base = base.toString().replaceFirst("/+$", "");
    this.files = new StaticFiles();
  }

  /** Absolute, of a path from the root. */
  String at(String path) {
    return base + path;
  }

  FeedAddresses everything() {
    return feed(NAME + ": all news", "all");
  }

  FeedAddresses feed(String title, String slug) {
    return FeedAddresses.of(title, base, slug);
  }

  /** Of a page with an address of its own, which leads to section {@code section}. */
  Head head(String title, String description, String path, String section) {
    return head(title, description, Optional.of(at(path)), section);
  }

  /** Of an answer that nobody should find by searching. */
  Head passing(String title, String description) {
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
        files.address("wire.css"),
        files.address("icon.svg"));
  }
}
