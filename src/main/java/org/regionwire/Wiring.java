package org.regionwire;

import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiNodes;
import org.regionwire.broker.Broker;
import org.regionwire.broker.EmbeddedBroker;
import org.regionwire.broker.Envelope;
import org.regionwire.broker.InHand;
import org.regionwire.broker.OutsideBroker;
import org.regionwire.broker.Outsiders;
import org.regionwire.broker.QueueComponent;
import org.regionwire.broker.Sender;
import org.regionwire.intake.Inbox;
import org.regionwire.intake.Limits;
import org.regionwire.intake.Reader;
import org.regionwire.intake.Receipts;
import org.regionwire.intake.Submissions;
import org.regionwire.intake.Validator;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Origin;
import org.regionwire.push.CallbackRules;
import org.regionwire.push.Hub;
import org.regionwire.region.Enricher;
import org.regionwire.signals.Machine;

/** Builds every object once and binds it by the name that the routes use. */
final class Wiring implements AutoCloseable {
  private static final int SEND_TIMEOUT_MILLIS = 1_800;
  private static final int CONSUME_TIMEOUT_MILLIS = 30_000;
  private static final Duration PUSH_PATIENCE = Duration.ofSeconds(10);

  private final HomeLock lock;
  private final Broker broker;
  private final Sender sender;
  private final Newsroom newsroom;
  private final Map<String, Object> beans = new LinkedHashMap<>();
  private final Delivery delivery;
  private final Hub hub;
  private final Observation observation;
  private final EventLoops loops = new EventLoops();
  private final Settings settings;
  private final Enricher enricher;
  private final Whereabouts whereabouts;
  private final InHand inHand = new InHand();
  private final Machine machine = new Machine();

  /**
   * @param end ends the process when the broker has stopped itself
   */
  Wiring(Settings settings, Runnable end) throws Exception {
    this.settings = settings;
    var random = new SecureRandom();
    lock = HomeLock.of(settings.home);
    // The two slowest beginnings, side by side.
    var brokerStart = CompletableFuture.supplyAsync(() -> startBroker(settings, random));
    newsroom = new Newsroom(settings, Clock.systemUTC(), random);
    var clock = newsroom.clock();
    var archive = newsroom.archive();
    whereabouts = new Whereabouts(clock, newsroom.figures());
    var gate = Gate.of(settings, newsroom, this::accepted, random);
    var admission = new Admission(gate, settings.submissionLimit);
    beans.put("senders", gate.senders());
    beans.put("crowd", gate.crowd());
    delivery = new Delivery(settings, newsroom, whereabouts, gate, admission);
    var shelf = delivery.shelf();
    enricher = newsroom.enricher();
    bindIntake(settings, whereabouts, admission, random);
    var nodes = settings.isBrokerOutside() ? Optional.of(nodes(random)) : Optional.<Nodes>empty();
    hub = hub(new FeedTopics(settings.base, delivery.addresses(), shelf), random, nodes);
    nodes.ifPresent(several -> whereabouts.ask(archive::verdict));
    beans.put("overlooked", new Overlooked(archive, nodes.isPresent(), newsroom.figures()));
    beans.put(
        "embargoes",
        new Embargoes(newsroom.embargo(), clock, nodes.map(n -> n.duty(Role.ARCHIVE))));
    beans.put("hub", hub);
    beans.put("httpHub", new HttpHub(hub));
    beans.put("vertx", loops.vertx());
    beans.put("itemJson", newsroom.json());
    beans.put("archive", archive);
    beans.put("whereabouts", whereabouts);
    beans.put("shelf", shelf);
    beans.put("digests", newsroom.digests());
    beans.put("httpSubscriptions", newsroom.httpSubscriptions(delivery.page(), gate, random));
    beans.put("returnedMail", newsroom.returnedMail());
    beans.put("returns", newsroom.returns());
    beans.put("httpManagement", newsroom.httpManagement(delivery.page(), random));

    broker = brokerStart.join();
    sender = broker.sender(SEND_TIMEOUT_MILLIS);
    observation = new Observation(broker, newsroom.database(), clock, end);
    var figures = newsroom.figures();
    var duties = nodes.map(Nodes::duties).orElse(Map.of());
    Gauges.begin(newsroom, broker, inHand, shelf, settings.roles, duties);
    beans.put("routeWatch", new RouteWatch(figures, clock, passages()));
    beans.put("observation", observation);
    beans.put(
        "wireEvents",
        new WireEvents(
            broker.outside(clock),
            archive,
            newsroom.json(),
            settings.base,
            clock,
            nodes.isEmpty()));
    beans.put("queue", queues());
    beans.put("topic", queues());
  }

  private List<Passage> passages() {
    List<Passage> all = new ArrayList<>();
    if (settings.logsItems) {
      all.add(new ItemLines());
    }
    newsroom.traces().ifPresent(all::add);
    return all;
  }

  /** Items that wait for the archive. */
  private long accepted() {
    return broker.depth(Broker.ACCEPTED);
  }

  private void bindIntake(
      Settings settings, Whereabouts whereabouts, Admission admission, SecureRandom random)
      throws IOException {
    var clock = newsroom.clock();
    var receipts = new Receipts(settings.base, e -> newsroom.alike(e, whereabouts.underway(e)));
    var submissions = new Submissions(clock, random);
    var repetitions = new Repetitions(whereabouts, newsroom.archive(), newsroom.embargo());
    var inbox =
        new Inbox(
            settings.inbox,
            settings.settle,
            settings.submissionLimit,
            submissions,
            receipts,
            clock);
    beans.put("inbox", inbox);
    beans.put("inboxFilter", new InboxFilter(inbox, () -> broker.accepting()));
    beans.put("reader", new Reader(new Limits(settings.submissionLimit)));
    beans.put("validator", new Validator(newsroom.regions(), newsroom.topics(), clock, random));
    beans.put("enricher", enricher);
    beans.put("repetitions", repetitions);
    var edits = new Edits(newsroom.archive(), newsroom.embargo(), whereabouts);
    beans.put("edits", edits);
    var permits = new Permits(admission, newsroom.regions(), edits);
    beans.put("permits", permits);
    beans.put(
        "httpEdits",
        new HttpEdits(
            permits, submissions, repetitions, whereabouts, newsroom.archive(), edits, receipts));
    beans.put("receipts", receipts);
    beans.put(
        "httpItems",
        new HttpItems(
            permits,
            submissions,
            repetitions,
            whereabouts,
            receipts,
            newsroom.reach()::subscribers));
  }

  /** With the same secrets as the others. */
  private Nodes nodes(SecureRandom random) throws IOException {
    var nodes = new Nodes(new JdbiNodes(newsroom.database()), newsroom.clock(), random);
    nodes.mustShare(SecretFile.in(settings.letterSecret(), random), "letters.secret");
    return nodes;
  }

  private Hub hub(FeedTopics topics, SecureRandom random, Optional<Nodes> nodes) {
    return new Hub(
        newsroom.database(),
        topics,
        new CallbackRules(settings.pushPrivate, settings.pushPorts),
        settings.pushCallbacks,
        PUSH_PATIENCE,
        loops.vertx(),
        random,
        newsroom.clock(),
        nodes.map(several -> several.duty(Role.FEEDS)),
        newsroom.figures());
  }

  private static Broker startBroker(Settings settings, SecureRandom random) {
    if (settings.isBrokerOutside()) {
      return OutsideBroker.at(settings.broker);
    }
    try {
      Path journal = settings.home.resolve("journal");
      if (settings.outsiders.isEmpty()) {
        return EmbeddedBroker.start(journal);
      }
      var readers = ReadersFile.in(settings.readers, random);
      Exposure.check(settings.outsiders, readers, settings.readers);
      byte[] ours = new byte[32];
      random.nextBytes(ours);
      return EmbeddedBroker.start(
          journal, new Outsiders(settings.outsiders, readers), HexFormat.of().formatHex(ours));
    } catch (Exception e) {
      throw new IllegalStateException("the broker does not start: " + e.getMessage(), e);
    }
  }

  private QueueComponent queues() {
    return new QueueComponent(
        broker.connections(CONSUME_TIMEOUT_MILLIS),
        sender,
        body -> envelope(newsroom.json(), body),
        Database::isAway,
        inHand,
        queue -> newsroom.figures().parked(queue, 1),
        newsroom.json()::about);
  }

  private Envelope envelope(ItemJson json, Object body) {
    if (body instanceof EnrichedItem enriched) {
      return new Envelope(
          json.write(enriched),
          Optional.of(enriched.item().origin()).filter(Origin::keyed).map(Origin::key),
          newsroom.traces().map(traces -> traces.properties(enriched)).orElse(Map.of()));
    }
    throw new IllegalArgumentException("nothing on the wire is a " + body.getClass());
  }

  Broker broker() {
    return broker;
  }

  Map<String, Object> beans() {
    return beans;
  }

  /** Answers the requests that no route answers; takes none before {@link #listen}. */
  void mount(Router router, HttpServer camels) {
    loops.close(camels);
    delivery.mount(router);
    OperateDelivery.of(settings, newsroom, broker, whereabouts).mount(router);
  }

  /** Takes requests. */
  void listen(Router router) {
    loops.listen(settings.host, settings.port, delivery.before(router));
  }

  /** What the first item would have to wait for; the wire is ready without it. */
  void warmUp() {
    enricher.places();
    machine.begin(newsroom.figures().meters());
  }

  void observe(CamelContext camel) {
    observation.begin(camel);
  }

  @Override
  public void close() throws Exception {
    hub.close();
    machine.close();
    loops.close();
    sender.close();
    broker.close();
    newsroom.close();
    lock.close();
  }
}
