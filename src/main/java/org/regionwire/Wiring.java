package org.regionwire;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;
import org.regionwire.broker.EmbeddedBroker;
import org.regionwire.broker.Envelope;
import org.regionwire.broker.QueueComponent;
import org.regionwire.broker.Sender;
import org.regionwire.feeds.FeedAddresses;
import org.regionwire.feeds.FeedDelivery;
import org.regionwire.feeds.Press;
import org.regionwire.feeds.Shelf;
import org.regionwire.intake.Inbox;
import org.regionwire.intake.Limits;
import org.regionwire.intake.Reader;
import org.regionwire.intake.Receipts;
import org.regionwire.intake.Submissions;
import org.regionwire.intake.Validator;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.pages.PageDelivery;
import org.regionwire.pages.Pages;
import org.regionwire.region.Enricher;
import org.regionwire.region.RegionFiles;

/** Builds every object once and binds it by the name that the routes use. */
final class Wiring implements AutoCloseable {
  private static final int SEND_TIMEOUT_MILLIS = 1_800;
  private static final int CONSUME_TIMEOUT_MILLIS = 30_000;
  private static final long SHELF_BYTES = 64L << 20;

  private final HomeLock lock;
  private final EmbeddedBroker broker;
  private final Database database;
  private final Sender sender;
  private final Map<String, Object> beans = new LinkedHashMap<>();
  private final HttpDoor door;
  private final FeedDelivery feeds;
  private final PageDelivery pages;

  Wiring(Settings settings) throws Exception {
    var clock = Clock.systemUTC();
    var random = new SecureRandom();
    lock = HomeLock.of(settings.home);
    // The two slowest beginnings, side by side.
    var brokerStart = CompletableFuture.supplyAsync(() -> startBroker(settings));
    database = Database.open(settings.database);
    var known = new RegionFiles(settings.regions);
    var regions = known.regions();
    var topics = known.topics();
    var json = new ItemJson();
    var archive = new JdbiArchive(database, clock, json);
    var whereabouts = new Whereabouts(clock);
    var repetitions = new Repetitions(whereabouts, archive);
    var receipts = new Receipts(settings.base);
    var submissions = new Submissions(clock, random);
    var press = new Press(archive, regions, topics, settings.base, clock, settings.feedEntries);
    var shelf = new Shelf(press, settings.shelf, SHELF_BYTES);
    var page = new Pages(URI.create(settings.base), regions, topics, clock);

    door = new HttpDoor(SubmitToken.in(settings.token(), random), settings.submissionLimit);
    feeds = new FeedDelivery(shelf, new FeedAddresses(regions, topics), clock);
    pages = new PageDelivery(archive, regions, page, clock, json::write);
    beans.put("reader", new Reader(new Limits(settings.submissionLimit)));
    beans.put("validator", new Validator(regions, topics, clock, random));
    beans.put("enricher", new Enricher(regions));
    beans.put("repetitions", repetitions);
    beans.put("whereabouts", whereabouts);
    beans.put("receipts", receipts);
    beans.put("itemJson", json);
    beans.put("archive", archive);
    beans.put("shelf", shelf);
    beans.put(
        "httpItems", new HttpItems(submissions, repetitions, whereabouts, receipts, item -> 0));
    bindInbox(settings, submissions, receipts, clock);

    broker = brokerStart.join();
    sender = new Sender(broker.connections(SEND_TIMEOUT_MILLIS), broker::accepting);
    beans.put("queue", queues(json));
    beans.put("topic", queues(json));
  }

  private static EmbeddedBroker startBroker(Settings settings) {
    try {
      return EmbeddedBroker.start(settings.home.resolve("journal"));
    } catch (Exception e) {
      throw new IllegalStateException("the broker does not start: " + e.getMessage(), e);
    }
  }

  private void bindInbox(Settings settings, Submissions submissions, Receipts receipts, Clock clock)
      throws IOException {
    var inbox =
        new Inbox(
            settings.inbox,
            settings.settle,
            settings.submissionLimit,
            submissions,
            receipts,
            clock);
    beans.put("inbox", inbox);
    beans.put("inboxFilter", new InboxFilter(inbox));
  }

  private QueueComponent queues(ItemJson json) {
    return new QueueComponent(
        broker.connections(CONSUME_TIMEOUT_MILLIS),
        sender,
        body -> envelope(json, body),
        Wiring::isOutage);
  }

  private static Envelope envelope(ItemJson json, Object body) {
    if (body instanceof EnrichedItem enriched) {
      return new Envelope(
          json.write(enriched),
          Optional.of(enriched.item().origin().key()),
          enriched.item().publishAt(),
          Map.of());
    }
    if (body instanceof PublishedItem published) {
      return Envelope.of(json.write(published));
    }
    throw new IllegalArgumentException("nothing on the wire is a " + body.getClass());
  }

  /** A database that is locked, full or away comes back; the message is not to blame. */
  private static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return true;
      }
    }
    return false;
  }

  Map<String, Object> beans() {
    return beans;
  }

  void mount(Router router) {
    door.mount(router);
    for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
      router.route(method, "/*").order(HttpDoor.LAST).handler(pages);
    }
    router.route("/feeds/*").order(HttpDoor.FIRST).handler(feeds);
  }

  @Override
  public void close() throws Exception {
    sender.close();
    broker.close();
    database.close();
    lock.close();
  }
}
