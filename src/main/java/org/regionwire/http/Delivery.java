package org.regionwire.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.regionwire.feeds.delivery.FeedDelivery;
import org.regionwire.feeds.formats.Opml;
import org.regionwire.nodes.Role;
import org.regionwire.pages.PageDelivery;
import org.regionwire.signals.Metrics;
import org.regionwire.signals.Stage;
import org.regionwire.web.ProblemJson;
import org.regionwire.web.ResourceDelivery;
import org.regionwire.web.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is delivered without a route, because a Camel route costs two thirds of the speed: feeds,
 * pages, and what is told of items.
 */
public final class Delivery {
  /** By this name operators know its lines. */
  private static final Logger LOG = LoggerFactory.getLogger("org.regionwire.Delivery");

  private final HttpDoor door;
  private final ObserveDelivery observe;
  private final Set<Role> roles;
  private final FeedDelivery feeds;
  private final PageDelivery pages;
  private final Handler<RoutingContext> status;
  private final Handler<RoutingContext> revisions;
  private final Supplier<String> feedList;
  private final Metrics metrics;

  /**
   * @param roles of this node
   * @param status answers where an item is
   * @param revisions answers what an item was
   * @param feedList every feed in use, as OPML
   */
  public Delivery(
      HttpDoor door,
      ObserveDelivery observe,
      Set<Role> roles,
      FeedDelivery feeds,
      PageDelivery pages,
      Handler<RoutingContext> status,
      Handler<RoutingContext> revisions,
      Supplier<String> feedList,
      Metrics metrics) {
    this.door = door;
    this.observe = observe;
    this.roles = roles;
    this.feeds = feeds;
    this.pages = pages;
    this.status = status;
    this.revisions = revisions;
    this.feedList = feedList;
    this.metrics = metrics;
  }

  /** Feeds from the shelf, and everything else by the router. */
  public Handler<HttpServerRequest> before(Router router) {
    return request -> {
      long begun = metrics.begins();
      if (feeds.answersAtOnce(request)) {
        metrics.endedOften(Stage.FEED, begun);
      } else {
        router.handle(request);
      }
    };
  }

  public void mount(Router router) {
    router.route().order(Turn.FIRST).failureHandler(Delivery::failed);
    door.mount(router);
    observe.mount(router);
    Elsewhere.mount(router, roles);
    router.route(HttpMethod.GET, "/items/:id/status").order(Turn.FIRST).handler(status);
    for (String path : List.of("/items/:id/revisions", "/items/:id/revisions/:number")) {
      router.route(HttpMethod.GET, path).order(Turn.FIRST).handler(revisions);
    }
    serve(
        router,
        "/schema/news-item.json",
        new ResourceDelivery("/schema/news-item.json", "application/schema+json"));
    serve(router, "/openapi.yaml", new ResourceDelivery("/openapi.yaml", "application/yaml"));
    serve(router, "/feeds.opml", pages.made("/feeds.opml", Opml.MEDIA_TYPE, feedList));
    router.route("/feeds/*").order(Turn.FIRST).handler(watched(Stage.FEED)).handler(feeds);
    router
        .route()
        .order(Turn.LAST)
        .handler(watched(Stage.PAGE))
        .handler(pages)
        .handler(pages::lost);
  }

  private Handler<RoutingContext> watched(Stage stage) {
    return context -> HttpWatch.time(context, stage, metrics);
  }

  private static void serve(Router router, String path, Handler<RoutingContext> delivery) {
    router.get(path).order(Turn.FIRST).handler(delivery);
    router.head(path).order(Turn.FIRST).handler(delivery);
  }

  private static void failed(RoutingContext context) {
    if (context.statusCode() < 500 && context.statusCode() >= 400) {
      // the sender's mistake, which the door explains
      context.next();
      return;
    }
    int status = Math.max(500, context.statusCode());
    LOG.warn("{} {}", status, context.request().path(), context.failure());
    context.response().putHeader("Retry-After", "5");
    ProblemJson.answer(context.response(), status, "this cannot be answered just now; try again");
  }
}
