package org.regionwire;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.regionwire.door.Insiders;
import org.regionwire.feeds.FeedAddresses;
import org.regionwire.feeds.FeedDelivery;
import org.regionwire.feeds.Opml;
import org.regionwire.feeds.Shelf;
import org.regionwire.news.ItemId;
import org.regionwire.pages.Answer;
import org.regionwire.pages.ItemForms;
import org.regionwire.pages.PageDelivery;
import org.regionwire.pages.Pages;
import org.regionwire.signals.Metrics;
import org.regionwire.signals.Stage;
import org.regionwire.web.ProblemJson;
import org.regionwire.web.ResourceDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is delivered without a route, because a Camel route costs two thirds of the speed: feeds,
 * pages, and what is told of items.
 */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final long SHELF_BYTES = 64L << 20;

  private final Shelf shelf;
  private final Pages page;
  private final FeedAddresses addresses;
  private final HttpDoor door;
  private final FeedDelivery feeds;
  private final Set<Role> roles;
  private final PageDelivery pages;
  private final StatusDelivery status;
  private final RevisionDelivery revisions;
  private final Supplier<String> feedList;
  private final Metrics metrics;
  private final Insiders insiders;

  /**
   * @param parked what is parked of an item
   */
  Delivery(
      Settings settings,
      Newsroom newsroom,
      Whereabouts whereabouts,
      Gate gate,
      Admission admission,
      Function<ItemId, Optional<ParkedItems.Lot>> parked) {
    roles = settings.roles;
    metrics = newsroom.metrics();
    insiders = new Insiders(settings.observe);
    var clock = newsroom.clock();
    var archive = newsroom.archive();
    var press = newsroom.press();
    shelf = new Shelf(press, settings.shelf, SHELF_BYTES);
    page = new Pages(URI.create(settings.base), newsroom.regions(), newsroom.topics(), clock);
    addresses = new FeedAddresses(newsroom.regions(), newsroom.topics());
    door =
        new HttpDoor(
            gate,
            admission,
            settings.submissionLimit,
            this::refuseStranger,
            metrics,
            newsroom.traces());
    var forms =
        new ItemForms(newsroom.json()::writeForReaders, newsroom.ninjs()::write, press::calendar);
    pages = new PageDelivery(archive, newsroom.regions(), page, clock, forms);
    var reception = new FeedReception(pages, page, addresses, settings.base);
    feeds = new FeedDelivery(shelf, press.archivePages(), addresses, reception, clock);
    status = new StatusDelivery(newsroom, whereabouts, parked, page);
    revisions = new RevisionDelivery(archive, newsroom.json()::writeForReaders, admission::sender);
    feedList = newsroom::feedList;
  }

  Shelf shelf() {
    return shelf;
  }

  Pages page() {
    return page;
  }

  FeedAddresses addresses() {
    return addresses;
  }

  /** Feeds from the shelf, and everything else by the router. */
  Handler<HttpServerRequest> before(Router router) {
    return request -> {
      long begun = metrics.begins();
      if (feeds.answersAtOnce(request)) {
        metrics.endedOften(Stage.FEED, begun);
      } else {
        router.handle(request);
      }
    };
  }

  void mount(Router router) {
    router.route().order(HttpDoor.FIRST).failureHandler(Delivery::failed);
    door.mount(router);
    new ObserveDelivery(insiders, metrics).mount(router);
    Elsewhere.mount(router, roles);
    router.route(HttpMethod.GET, "/items/:id/status").order(HttpDoor.FIRST).handler(status);
    for (String path : List.of("/items/:id/revisions", "/items/:id/revisions/:number")) {
      router.route(HttpMethod.GET, path).order(HttpDoor.FIRST).handler(revisions);
    }
    serve(
        router,
        "/schema/news-item.json",
        new ResourceDelivery("/schema/news-item.json", "application/schema+json"));
    serve(router, "/openapi.yaml", new ResourceDelivery("/openapi.yaml", "application/yaml"));
    serve(router, "/feeds.opml", pages.made("/feeds.opml", Opml.MEDIA_TYPE, feedList));
    router.route("/feeds/*").order(HttpDoor.FIRST).handler(watched(Stage.FEED)).handler(feeds);
    router
        .route()
        .order(HttpDoor.LAST)
        .handler(watched(Stage.PAGE))
        .handler(pages)
        .handler(pages::lost);
  }

  private Handler<RoutingContext> watched(Stage stage) {
    return context -> HttpWatch.time(context, stage, metrics);
  }

  private void refuseStranger(RoutingContext context) {
    String title = "This form is not ours";
    String mend = "It was sent by a page of somebody else, and nothing was done. Open it here.";
    Answer.html(403, page.message(title, mend)).cached("no-store").send(context);
  }

  private static void serve(Router router, String path, Handler<RoutingContext> delivery) {
    router.get(path).order(HttpDoor.FIRST).handler(delivery);
    router.head(path).order(HttpDoor.FIRST).handler(delivery);
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
