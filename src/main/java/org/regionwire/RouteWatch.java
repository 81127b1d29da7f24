package org.regionwire;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.regionwire.http.items.Repetitions;
import org.regionwire.intake.Draft;
import org.regionwire.intake.Refused;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.NewsItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Submission;
import org.regionwire.signals.Ending;
import org.regionwire.signals.Metrics;
import org.regionwire.signals.Stage;

/**
 * Counts and times the routes that are stages, and notes when those that run again and again last
 * ended well. Camel's own watch costs a route more than its work.
 */
public final class RouteWatch implements RoutePolicyFactory {
  private static final Map<String, Stage> STAGES =
      Map.of(
          "accept", Stage.ACCEPT,
          "archive", Stage.ARCHIVE,
          "feeds", Stage.FEEDS,
          "digest-plan", Stage.DIGEST_PLAN);

  /** What they do finds whatever a lost message or a death has left undone. */
  private static final Set<String> ROUNDS =
      Set.of(
          "embargo",
          "feeds-overlooked",
          "digest-plan",
          "push-call",
          "push-look",
          "sweep-letters",
          "sweep-forgotten",
          "sweep-shelf",
          "sweep-broker");

  /** Where the archive's route keeps what it was given. */
  private static final String ACCEPTED = "accepted";

  private final Metrics metrics;
  private final Clock clock;
  private final List<Passage> passages;

  /**
   * @param passages told of the items of each piece of work
   */
  RouteWatch(Metrics metrics, Clock clock, List<Passage> passages) {
    this.passages = List.copyOf(passages);
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public @Nullable RoutePolicy createRoutePolicy(CamelContext camel, String id, NamedNode route) {
    boolean round = ROUNDS.contains(id);
    if (STAGES.containsKey(id)) {
      return new OfStage(STAGES.get(id), round);
    }
    return round ? new OfRound() : null;
  }

  private class OfRound extends RoutePolicySupport {
    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
      if (exchange.getException() == null) {
        metrics.ran(route.getRouteId(), clock.millis());
      }
    }
  }

  private final class OfStage extends OfRound {
    private final Stage stage;
    private final boolean round;
    private final String begun;

    OfStage(Stage stage, boolean round) {
      this.stage = stage;
      this.round = round;
      this.begun = "regionwire.begun." + stage.word();
    }

    private record Begun(long nanos, int count) {}

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
      Object body = exchange.getMessage().getBody();
      int count = body instanceof Collection<?> several ? several.size() : 1;
      exchange.setProperty(begun, new Begun(System.nanoTime(), count));
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
      if (exchange.removeProperty(begun) instanceof Begun work) {
        Ending ending = outcome(exchange.getException());
        metrics.ended(stage, ending, System.nanoTime() - work.nanos(), work.count());
        if (!passages.isEmpty()) {
          var door =
              Optional.ofNullable(exchange.getMessage().getHeader(Traces.DOOR, String.class));
          var passing =
              new Passage.Passing(
                  items(exchange),
                  ending,
                  about(exchange.getMessage().getBody()),
                  door,
                  work.nanos());
          passages.forEach(passage -> passage.passed(stage, passing));
        }
      }
      if (round) {
        super.onExchangeDone(route, exchange);
      }
    }
  }

  private static List<EnrichedItem> items(Exchange exchange) {
    Object body = exchange.getProperty(ACCEPTED);
    Object all = body == null ? exchange.getMessage().getBody() : body;
    Collection<?> several = all instanceof Collection<?> some ? some : List.of(all);
    return several.stream().flatMap(RouteWatch::item).toList();
  }

  /** An item that failed keeps its key if it has no id yet. */
  private static String about(Object body) {
    if (body instanceof NewsItem item) {
      return item.id().value();
    }
    if (body instanceof Draft draft) {
      return draft.submission().key();
    }
    return body instanceof Submission submission ? submission.key() : "";
  }

  private static Stream<EnrichedItem> item(Object one) {
    if (one instanceof PublishedItem published) {
      return Stream.of(published.enriched());
    }
    return one instanceof EnrichedItem enriched ? Stream.of(enriched) : Stream.empty();
  }

  /** What was sent again is answered as it was the first time. */
  private static Ending outcome(@Nullable Exception failure) {
    if (failure == null || failure instanceof Repetitions.Repeated) {
      return Ending.DONE;
    }
    return failure instanceof Refused ? Ending.REFUSED : Ending.FAILED;
  }
}
