package org.regionwire;

import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.regionwire.archive.JdbiNodes;
import org.regionwire.broker.Broker;
import org.regionwire.broker.InHand;
import org.regionwire.broker.Sender;
import org.regionwire.broker.Unarchived;
import org.regionwire.door.Admission;
import org.regionwire.door.Gate;
import org.regionwire.feeds.shelf.Shelf;
import org.regionwire.figures.Mending;
import org.regionwire.figures.QueueDepths;
import org.regionwire.http.Delivery;
import org.regionwire.http.EventLoops;
import org.regionwire.http.HttpHub;
import org.regionwire.intake.Submissions;
import org.regionwire.intake.validating.Validator;
import org.regionwire.news.ItemId;
import org.regionwire.news.Selection;
import org.regionwire.nodes.Nodes;
import org.regionwire.nodes.Role;
import org.regionwire.operate.OperateDelivery;
import org.regionwire.parked.ParkedItems;
import org.regionwire.parked.Parking;
import org.regionwire.parked.Rehearsal;
import org.regionwire.push.CallbackRules;
import org.regionwire.push.Hub;
import org.regionwire.region.Enricher;
import org.regionwire.senders.Senders;
import org.regionwire.signals.Machine;
import org.regionwire.whereabouts.Embargoes;
import org.regionwire.whereabouts.Overlooked;
import org.regionwire.whereabouts.Whereabouts;

/** Builds every object once and binds it by the name that the routes use. */
final class Wiring implements AutoCloseable {
  private static final Duration PUSH_PATIENCE = Duration.ofSeconds(10);

  private final HomeLock lock;
  private final Broker broker;
  private final Sender sender;
  private final Newsroom newsroom;
  private final Map<String, Object> beans = new LinkedHashMap<>();
  private final Delivery delivery;
  private final Shelf shelf;
  private final FeedTopics topics;
  private final Validator validator;
  private final Hub hub;
  private final Observation observation;
  private final EventLoops loops = new EventLoops();
  private final Settings settings;
  private final Enricher enricher;
  private final Whereabouts whereabouts;
  private final QueueDepths depths;
  private final InHand inHand = new InHand();
  private final Machine machine = new Machine();
  private final Parking parking;
  private final ParkedItems parkedItems;

  /**
   * @param end ends the process when the broker has stopped itself
   */
  Wiring(Settings settings, Runnable end) throws Exception {
    this.settings = settings;
    var random = new SecureRandom();
    lock = HomeLock.of(settings.home);
    // The two slowest beginnings, side by side.
    var brokerStart = CompletableFuture.supplyAsync(() -> Brokers.start(settings, random));
    newsroom = new Newsroom(settings, Clock.systemUTC(), random);
    var clock = newsroom.clock();
    var archive = newsroom.archive();
    var counts = newsroom.counts();
    whereabouts = new Whereabouts(clock, counts.tally()::shown, newsroom.metrics());
    var gate = gate(random);
    var admission = new Admission(gate, settings.submissionLimit);
    beans.put("senders", gate.senders());
    beans.put("crowd", gate.crowd());
    var reading = new ReadingRoom(settings, newsroom);
    delivery = reading.delivery(gate, admission, whereabouts, this::parked);
    shelf = reading.shelf();
    enricher = newsroom.enricher();
    validator = new Validator(newsroom.regions(), newsroom.topics(), clock, random);
    beans.putAll(
        IntakeBeans.of(
            settings,
            newsroom,
            validator,
            enricher,
            whereabouts,
            admission,
            random,
            this::accepting));
    var nodes = settings.isBrokerOutside() ? Optional.of(nodes(random)) : Optional.<Nodes>empty();
    topics = new FeedTopics(settings.base, reading.addresses(), shelf);
    hub = hub(random, nodes);
    nodes.ifPresent(
        several -> whereabouts.ask(archive::verdict, settings.roles.contains(Role.FEEDS)));
    beans.put("overlooked", new Overlooked(archive, nodes.isPresent(), this::overlooked));
    beans.put(
        "embargoes",
        new Embargoes(
            newsroom.embargo(), clock, nodes.map(n -> n.duty(Role.ARCHIVE)), counts.upkeep()));
    beans.put("hub", hub);
    beans.put("httpHub", new HttpHub(hub));
    beans.put("vertx", loops.vertx());
    beans.put("itemJson", newsroom.json());
    beans.put("archive", archive);
    beans.put("whereabouts", whereabouts);
    beans.put("shelf", shelf);
    beans.put("digests", newsroom.mailroom().digests());
    beans.put(
        "httpSubscriptions", newsroom.mailroom().httpSubscriptions(reading.page(), gate, random));
    beans.put("returnedMail", newsroom.mailroom().returnedMail());
    beans.put("returns", newsroom.mailroom().returns());
    beans.put("httpManagement", newsroom.mailroom().httpManagement(reading.page(), random));

    broker = brokerStart.join();
    sender = Brokers.sender(broker);
    parking = Brokers.parking(broker, newsroom, new Rehearsal(validator, enricher, archive));
    parkedItems = new ParkedItems(parking, () -> broker.depth(Broker.DEAD), clock);
    observation = new Observation(broker, newsroom.database(), clock, end);
    var metrics = newsroom.metrics();
    var duties = nodes.map(Nodes::duties).orElse(Map.of());
    Gauges.begin(newsroom, broker, inHand, shelf, settings.roles, duties);
    beans.put("routeWatch", new RouteWatch(metrics, clock, passages()));
    beans.put("observation", observation);
    beans.put("tally", counts.tally());
    depths = new QueueDepths(broker.queues(), broker::depth, clock);
    beans.put("queueDepths", depths);
    beans.put(
        "wireEvents",
        new WireEvents(
            broker.outside(clock),
            archive,
            newsroom.json(),
            settings.base,
            clock,
            nodes.isEmpty()));
    beans.put("backupDesk", new BackupDesk(settings.backupDesk(), new Unarchived(broker)));
    for (String scheme : List.of("queue", "topic")) {
      beans.put(scheme, Brokers.queues(broker, sender, newsroom, inHand));
    }
  }

  private Gate gate(SecureRandom random) throws IOException {
    var submitToken = SecretFile.in(settings.token(), random);
    var clock = newsroom.clock();
    return Gate.of(
        new Senders(newsroom.database(), Submissions.NEWSROOM, submitToken::is, clock),
        settings.proxies,
        settings.bounds,
        this::accepted,
        settings.base,
        clock);
  }

  private void overlooked(int found) {
    newsroom.counts().upkeep().looked(Mending.OVERLOOKED, found);
    newsroom.metrics().found("news", found);
  }

  private boolean accepting() {
    return broker.accepting();
  }

  private List<Passage> passages() {
    List<Passage> all = new ArrayList<>();
    if (settings.logsItems) {
      all.add(new ItemLines());
    }
    newsroom.traces().ifPresent(all::add);
    return all;
  }

  private Optional<ParkedItems.Lot> parked(ItemId item) {
    return parkedItems.find(item);
  }

  /** Items that wait for the archive. */
  private long accepted() {
    return broker.depth(Broker.ACCEPTED);
  }

  /** With the same secrets as the others. */
  private Nodes nodes(SecureRandom random) throws IOException {
    var nodes = new Nodes(new JdbiNodes(newsroom.database()), newsroom.clock(), random);
    nodes.mustShare(SecretFile.in(settings.letterSecret(), random).fingerprint(), "letters.secret");
    return nodes;
  }

  private Hub hub(SecureRandom random, Optional<Nodes> nodes) {
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
        newsroom.metrics());
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
    operatorsPages().mount(router);
  }

  private OperateDelivery operatorsPages() {
    return new ControlRoom(newsroom)
        .delivery(
            URI.create(settings.base), broker, whereabouts, parking, depths, this::feedsAskedFor);
  }

  private Map<String, List<Selection>> feedsAskedFor() {
    return Map.of(
        "readers of feeds", shelf.selections(), "WebSub", topics.selections(hub.topics()));
  }

  /** Takes requests. */
  void listen(Router router) {
    loops.listen(settings.host, settings.port, delivery.before(router));
  }

  /** What the first item would have to wait for; the wire is ready without it. */
  void warmUp() {
    enricher.places();
    machine.begin(newsroom.metrics().meters());
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
