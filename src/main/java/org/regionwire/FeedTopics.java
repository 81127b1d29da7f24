package org.regionwire;

import java.util.List;
import java.util.Optional;
import org.regionwire.feeds.Asked;
import org.regionwire.feeds.FeedAddresses;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.shelf.Shelf;
import org.regionwire.news.Selection;
import org.regionwire.push.FeedSource;

/** Every feed can be followed, under its canonical address as it stands in the feed itself. */
final class FeedTopics implements FeedSource {
  private static final String ROOT = "/feeds/";

  private final String base;
  private final FeedAddresses addresses;
  private final Shelf shelf;

  /**
   * @param base public address of the site, without a slash at its end
   */
  FeedTopics(String base, FeedAddresses addresses, Shelf shelf) {
    this.base = base;
    this.addresses = addresses;
    this.shelf = shelf;
  }

  @Override
  public Optional<String> objection(String address) {
    if (!address.startsWith(base + ROOT)) {
      return Optional.of("is not a feed of ours: they begin with " + base + ROOT);
    }
    var asked = addresses.read(address.substring(base.length()));
    if (asked instanceof Asked.Feed) {
      return Optional.empty();
    }
    if (asked instanceof Asked.Elsewhere elsewhere) {
      return Optional.of("has another address now: " + base + elsewhere.address());
    }
    return Optional.of("is no feed");
  }

  @Override
  public String etag(String topic) {
    return shelf.glance(key(topic)).contentTag();
  }

  @Override
  public boolean isReady(String topic) {
    return shelf.ready(topic.substring(base.length())).isPresent();
  }

  @Override
  public FeedContent content(String topic) {
    var rendering = shelf.glance(key(topic));
    return new FeedContent(
        rendering.contentTag(),
        rendering.format().mediaType(),
        rendering.identity().bytes().getBytes(),
        rendering.link().toString());
  }

  /** What these feeds show; without those whose address nobody understands any more. */
  List<Selection> selections(List<String> topics) {
    return topics.stream()
        .filter(topic -> topic.startsWith(base))
        .map(topic -> addresses.read(topic.substring(base.length())))
        .filter(Asked.Feed.class::isInstance)
        .map(asked -> ((Asked.Feed) asked).key().shown())
        .distinct()
        .toList();
  }

  private FeedKey key(String topic) {
    if (addresses.read(topic.substring(base.length())) instanceof Asked.Feed feed) {
      return feed.key();
    }
    throw new IllegalArgumentException(topic + " is no feed");
  }
}
