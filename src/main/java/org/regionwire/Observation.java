package org.regionwire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.regionwire.archive.Database;
import org.regionwire.broker.Broker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong, if anything is, at {@code /observe/health}. */
public final class Observation {
  /** A broker that stopped itself, on a full disk for example, does not start again by itself. */
  private static final Duration BROKER_GONE = Duration.ofSeconds(10);

  private static final int PATIENCE_SECONDS = 3;
  private static final String UNWRITTEN =
      "the database cannot be written, so nothing new is shown: ";
  private static final Logger LOG = LoggerFactory.getLogger(Observation.class);

  private final Broker broker;
  private final Database database;
  private final Clock clock;
  private final Runnable end;
  private final ExecutorService trials = Executors.newSingleThreadExecutor(Observation::daemon);
  private Future<Boolean> trial = CompletableFuture.completedFuture(true);
  private Optional<Instant> stoppedSince = Optional.empty();

  /**
   * @param end ends the process
   */
  Observation(Broker broker, Database database, Clock clock, Runnable end) {
    this.end = end;
    this.broker = broker;
    this.database = database;
    this.clock = clock;
  }

  void begin(CamelContext camel) {
    var checks = HealthCheckRegistry.get(camel);
    checks.register(check("broker", broker::trouble));
    checks.register(check("database", this::databaseTrouble));
  }

  /** Ends the process when the broker is gone for good, so that a supervisor starts it again. */
  public void endWithoutBroker() {
    if (broker.running()) {
      stoppedSince = Optional.empty();
      return;
    }
    Instant now = clock.instant();
    Instant since = stoppedSince.orElse(now);
    stoppedSince = Optional.of(since);
    if (Duration.between(since, now).compareTo(BROKER_GONE) > 0) {
      LOG.error("the broker has stopped; ending, to be started again");
      end.run();
    }
  }

  /** One trial at a time: behind a lock a write waits for longer than who asks. */
  private synchronized Optional<String> databaseTrouble() {
    if (trial.isDone()) {
      trial = trials.submit(() -> database.write(handle -> true));
    }
    try {
      trial.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.of(UNWRITTEN + "no commit within " + PATIENCE_SECONDS + " s");
    } catch (ExecutionException e) {
      return Optional.of(UNWRITTEN + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(UNWRITTEN + "stopping");
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "database-trial");
    thread.setDaemon(true);
    return thread;
  }

  private AbstractHealthCheck check(String name, Supplier<Optional<String>> trouble) {
    return new AbstractHealthCheck("regionwire", name) {
      @Override
      protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        result.detail("parked", broker.depth(Broker.DEAD));
        result.detail("waiting", broker.depth(Broker.ACCEPTED));
        Optional<String> what = trouble.get();
        what.ifPresentOrElse(message -> result.message(message).down(), result::up);
      }
    };
  }
}
