package org.regionwire.push;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.regionwire.archive.Database;
import org.regionwire.intake.Refused;
import org.regionwire.signals.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSub hub (W3C Recommendation of 23 January 2018) for our own feeds. It works on one thread of
 * its own and the event loops, beside everything else; nobody waits for it.
 */
public final class Hub implements AutoCloseable {
  static final String NAME = "Regionwire";
  private static final int LOOK_UP_MILLIS = 2_000;
  private static final int STOP_MILLIS = 1_000;
  private static final int IN_ALL = 100_000;
  private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

  private final HubForm form;
  private final FeedSource source;
  private final Resolver resolver;
  private final int perHost;
  private final JdbiBooks books;
  private final Rounds rounds;
  private final Clock clock;
  private final Optional<BooleanSupplier> duty;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "push"));
  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicBoolean calling = new AtomicBoolean();
  private final AtomicBoolean settling = new AtomicBoolean();

  /** Until the first look has told otherwise. */
  private volatile boolean followed = true;

  /**
   * @param perHost callbacks at most at one address
   * @param patience with one call
   * @param duty whether calling is this node's, where there are several
   * @param metrics count and time the calls
   */
  public Hub(
      Database database,
      FeedSource source,
      CallbackRules rules,
      int perHost,
      Duration patience,
      Vertx vertx,
      RandomGenerator random,
      Clock clock,
      Optional<BooleanSupplier> duty,
      Metrics metrics) {
    this.duty = duty;
    this.form = new HubForm(source, rules);
    this.source = source;
    this.resolver = new Resolver(rules);
    this.perHost = perHost;
    this.books = new JdbiBooks(database);
    this.clock = clock;
    var calls = new VertxCaller(vertx, Lanes.AT_ONE_ADDRESS, patience);
    var caller = new WatchedCaller(calls, metrics);
    var lanes = new Lanes(resolver::resolve, caller, this::settleAfter);
    this.rounds = new Rounds(books, source, lanes, random, clock);
  }

  /**
   * Takes a wish and has it verified; the outcome is told to the callback alone (WebSub section 5).
   *
   * @param fields of the form, each with its values
   * @throws Refused 422 with every problem, 429 when its address or the hub has too many already
   */
  public void ask(Map<String, List<String>> fields) {
    var request = form.read(fields);
    var callback = request.callback();
    String place = resolver.place(callback.host(), LOOK_UP_MILLIS);
    String etag = request.mode() == Intent.Mode.SUBSCRIBE ? source.etag(request.topic()) : "";
    var intent =
        new Intent(
            rounds.id(),
            request.mode(),
            request.topic(),
            callback,
            place,
            request.secret(),
            request.leaseSeconds(),
            etag,
            "",
            0,
            clock.instant());
    books.write(open -> take(open, intent));
    // After a look that is under way, which has not seen it.
    thread.execute(() -> followed = true);
    if (duty.isEmpty() || isWorthwhile()) {
      inTurn(calling, rounds::call);
    }
  }

  /** Where there are several nodes, another one may have been asked since. */
  private boolean isWorthwhile() {
    return duty.map(BooleanSupplier::getAsBoolean).orElse(followed);
  }

  private boolean take(JdbiBooks.Open open, Intent intent) {
    String place = intent.place();
    if (!open.followers().has(intent.topic(), intent.callback().toString())) {
      if (open.followers().claimsAt(place) >= perHost) {
        throw new Refused(
            429, "/hub.callback", "is at an address that has " + perHost + " already");
      }
      if (open.followers().claims() >= IN_ALL) {
        throw new Refused(429, "", "the hub has as many subscribers as it can keep");
      }
    }
    open.followers().addTopic(intent.topic(), intent.etag());
    open.intents().add(intent);
    return true;
  }

  /** To be called whenever feeds may have changed, and every few seconds. Returns at once. */
  public void look() {
    if (isWorthwhile()) {
      inTurn(
          looking,
          () -> {
            followed = rounds.look();
            rounds.call();
          });
    }
  }

  /** To be called about each second: some wait for another try. Returns at once. */
  public void call() {
    if (isWorthwhile()) {
      inTurn(calling, rounds::call);
    }
  }

  private void settleAfter(Runnable reply) {
    thread.execute(
        () -> {
          reply.run();
          inTurn(settling, rounds::settle);
        });
  }

  /** Once is enough for all who ask before it begins. */
  private void inTurn(AtomicBoolean asked, Runnable work) {
    if (asked.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            asked.set(false);
            attempt(work);
          });
    }
  }

  /** The addresses of the feeds that somebody follows. */
  public List<String> topics() {
    return List.copyOf(books.read(open -> open.followers().topics()).keySet());
  }

  /** What fails here is in the books still, and the next round does it. */
  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("push: trying again within seconds: {}", e.toString());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      thread.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    resolver.close();
  }
}
