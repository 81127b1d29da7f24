package org.regionwire.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.regionwire.door.Insiders;
import org.regionwire.signals.Metrics;
import org.regionwire.web.ProblemJson;
import org.regionwire.web.Turn;

/** {@code /observe}: for the machines that watch the wire, not for readers. Health is Camel's. */
public final class ObserveDelivery {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Insiders insiders;
  private final Metrics metrics;

  public ObserveDelivery(Insiders insiders, Metrics metrics) {
    this.insiders = insiders;
    this.metrics = metrics;
  }

  void mount(Router router) {
    router.route("/observe/*").order(Turn.FIRST).handler(this::admit);
    router.route(HttpMethod.GET, "/observe/metrics").order(Turn.FIRST + 1).handler(this::metrics);
  }

  private void admit(RoutingContext context) {
    if (insiders.has(context.request())) {
      context.next();
      return;
    }
    String detail =
        "only networks named in regionwire.observe may look here, and not through a proxy";
    ProblemJson.answer(context.response(), 403, detail);
  }

  /** Some figures are asked of the database. */
  private void metrics(RoutingContext context) {
    context
        .vertx()
        .executeBlocking(metrics::text, false)
        .onSuccess(
            text ->
                context
                    .response()
                    .putHeader("Content-Type", PROMETHEUS)
                    .putHeader("Cache-Control", "no-store")
                    .end(text))
        .onFailure(context::fail);
  }
}
