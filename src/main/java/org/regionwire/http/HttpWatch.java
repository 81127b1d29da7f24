package org.regionwire.http;

import io.vertx.ext.web.RoutingContext;
import org.regionwire.signals.Ending;
import org.regionwire.signals.Metrics;
import org.regionwire.signals.Stage;

/** Counts and times requests, from where it is called to the last byte of the answer. */
final class HttpWatch {
  private HttpWatch() {}

  static void time(RoutingContext context, Stage stage, Metrics metrics) {
    long start = System.nanoTime();
    context.addEndHandler(
        sent -> {
          var ending =
              sent.failed() ? Ending.FAILED : Ending.ofStatus(context.response().getStatusCode());
          metrics.ended(stage, ending, System.nanoTime() - start);
        });
    context.next();
  }
}
