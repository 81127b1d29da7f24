package org.regionwire.door;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.regionwire.web.ProblemJson;

/** What is answered before the body of a request has come. */
public final class EarlyAnswers {
  /** For the sender to read the answer while it still sends. */
  private static final int LINGER_MILLIS = 2_000;

  private EarlyAnswers() {}

  /**
   * Answers a failure if it was the body's length.
   *
   * @param limit in bytes
   */
  public static void tooLarge(RoutingContext context, int limit) {
    if (context.failed() && context.statusCode() != 413) {
      context.next();
      return;
    }
    refuse(context, 413, "the body is too large; at most %,d bytes".formatted(limit));
  }

  static void refuse(RoutingContext context, int status, String detail) {
    context.response().putHeader(HttpHeaders.CONNECTION, "close");
    ProblemJson.answer(context.response(), status, detail);
    if (!context.request().isEnded()) {
      // The rest of the body is not worth reading.
      hangUpSoon(context.request());
    }
  }

  /** Once the sender has had the time to read the answer. */
  static void hangUpSoon(HttpServerRequest request) {
    Vertx.currentContext().owner().setTimer(LINGER_MILLIS, late -> request.connection().close());
  }
}
