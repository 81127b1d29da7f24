package org.regionwire.pages;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.regionwire.archive.Archive;
import org.regionwire.news.Selection;
import org.regionwire.region.Regions;

/**
 * Hands out the pages: {@code /}, {@code /regions}, {@code /regions/{slug}}, {@code /regions.json},
 * {@code /items/{id}}, {@code /subscribe}, {@code /static/*}, {@code /robots.txt}, {@code
 * /favicon.ico}, by GET and HEAD. Passes on every other request.
 */
public final class PageDelivery implements Handler<RoutingContext> {
  private final FrontDesk desk;

  /**
   * @param forms of an item, for those who prefer one to its page
   */
  public PageDelivery(Archive archive, Regions regions, Pages pages, Clock clock, ItemForms forms) {
    this.desk = new FrontDesk(archive, regions, pages, clock, forms);
  }

  @Override
  public void handle(RoutingContext context) {
    var method = context.request().method();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      context.next();
      return;
    }
    var asked = Asked.of(context);
    if (!asked.legible()) {
      // the router would fail on it with a 500
      send(context, () -> desk.lost(asked));
      return;
    }
    desk.answer(asked).ifPresentOrElse(answer -> send(context, answer), context::next);
  }

  /** For an address that nobody knows: {@code router.errorHandler(404, delivery::lost)}. */
  public void lost(RoutingContext context) {
    send(context, () -> desk.lost(Asked.of(context)));
  }

  /**
   * The page of a feed, for who opens its address in a browser. It may block.
   *
   * @param address of the feed, absolute
   */
  public Answer feed(String title, String address, Selection selection) {
    return desk.feed(title, address, selection);
  }

  /**
   * Hands out what is made of the archive's present state and kept while that stays.
   *
   * @param text makes it; it may block
   */
  public Handler<RoutingContext> made(String path, String type, Supplier<String> text) {
    return context -> send(context, () -> desk.made(path, type, text));
  }

  private static void send(RoutingContext context, Callable<Answer> answer) {
    context
        .vertx()
        .executeBlocking(answer, false)
        .onSuccess(made -> made.send(context))
        .onFailure(context::fail);
  }
}
