package org.regionwire.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regionwire.feeds.Asked;
import org.regionwire.feeds.FeedAddresses;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.FeedLink;
import org.regionwire.feeds.delivery.Reception;
import org.regionwire.news.Selection;
import org.regionwire.pages.Answer;
import org.regionwire.pages.PageDelivery;
import org.regionwire.pages.Pages;
import org.regionwire.pages.site.Link;

/** Shows people who open a feed's address a page. */
public final class FeedReception implements Reception {
  private final PageDelivery delivery;
  private final Pages pages;
  private final FeedAddresses addresses;
  private final String base;

  /**
   * @param base public address of the site, without a slash at its end
   */
  public FeedReception(PageDelivery delivery, Pages pages, FeedAddresses addresses, String base) {
    this.delivery = delivery;
    this.pages = pages;
    this.addresses = addresses;
    this.base = base;
  }

  @Override
  public Handler<RoutingContext> show(FeedKey key, String subject) {
    return delivery.feed(subject, base + key.address(), key.selection())::send;
  }

  @Override
  public Handler<RoutingContext> lost(Asked.Unknown unknown) {
    String what =
        unknown.mistakes().stream()
            .map(mistake -> (mistake.pointer() + ": " + mistake.detail()).substring(1))
            .collect(Collectors.joining(". ", "This is not the address of a feed. ", "."));
    var nearest = unknown.mistakes().stream().flatMap(this::nearest).distinct().toList();
    return Answer.html(unknown.status(), pages.notFound(what, nearest))::send;
  }

  private Stream<Link> nearest(Asked.Mistake mistake) {
    return mistake.suggestions().stream()
        .flatMap(word -> selection(mistake.pointer(), word).stream())
        .map(selection -> addresses.of(selection).get(0))
        .map(FeedReception::link);
  }

  private static Optional<Selection> selection(String pointer, String word) {
    return switch (pointer) {
      case "/regions" -> Optional.of(Selection.region(word));
      case "/topic" -> Optional.of(Selection.of(List.of(), Optional.empty(), List.of(word)));
      default -> Optional.empty();
    };
  }

  private static Link link(FeedLink feed) {
    return new Link(feed.href(), feed.title());
  }
}
