package org.regionwire;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import org.regionwire.pages.Answer;
import org.regionwire.signals.Metrics;
import org.regionwire.signals.Stage;
import org.regionwire.web.ProblemJson;

/**
 * What is settled about a request before its body is read: who sends it, what type it is of, how
 * large it may be. Camel's routes come after it on the same router.
 */
final class HttpDoor {
  /** Before every Camel route. */
  static final int FIRST = -100;

  /** After every Camel route. */
  static final int LAST = 10_000;

  private static final int FORM_LIMIT = 65_536;

  /** For the sender to read the answer while it still sends. */
  private static final int LINGER_MILLIS = 2_000;

  private final Admission admission;
  private final Gate gate;
  private final int limit;
  private final Handler<RoutingContext> strangers;
  private final Metrics metrics;
  private final Optional<Traces> traces;

  /**
   * @param limit of a submission, in bytes
   * @param strangers answers a form that a page of somebody else sent
   */
  HttpDoor(
      Gate gate,
      Admission admission,
      int limit,
      Handler<RoutingContext> strangers,
      Metrics metrics,
      Optional<Traces> traces) {
    this.metrics = metrics;
    this.traces = traces;
    this.gate = gate;
    this.admission = admission;
    this.limit = limit;
    this.strangers = strangers;
  }

  void mount(Router router) {
    router.route().order(FIRST - 1).handler(HttpDoor::keepSafe);
    router.route().order(FIRST - 1).handler(gate.crowd()::enterWithoutBody);
    router.route("/items").order(FIRST - 1).handler(this::watched);
    router.route(HttpMethod.PUT, "/items/:id").order(FIRST - 1).handler(this::watched);
    router.route(HttpMethod.DELETE, "/items/:id").order(FIRST - 1).handler(this::watched);
    router.route("/items").order(FIRST).handler(HttpDoor::onlyPost).handler(admission::submission);
    router.route(HttpMethod.DELETE, "/items/:id").order(FIRST).handler(HttpDoor::readAsJson);
    for (var method : List.of(HttpMethod.PUT, HttpMethod.DELETE)) {
      router.route(method, "/items/:id").order(FIRST).handler(admission::submission);
      bodies(router, method, "/items/:id", limit);
    }
    bodies(router, "/items", limit);
    forms(router);
    router.route().order(FIRST + 2).handler(gate.crowd()::enterWithBody);
  }

  /** The link that ends letters is no form: mail programs follow it by a POST of their own. */
  private void forms(Router router) {
    for (var path :
        List.of("/subscriptions", "/confirm/:token", "/manage/:token", "/unsubscribe")) {
      router.route(HttpMethod.POST, path).order(FIRST).handler(this::ownPage);
      bodies(router, path, FORM_LIMIT);
    }
    bodies(router, "/unsubscribe/:token", FORM_LIMIT);
    router.route(HttpMethod.POST, "/hub").order(FIRST).handler(admission::post);
    bodies(router, "/hub", FORM_LIMIT);
  }

  /** Whatever answers: pages and feeds say the same for themselves. */
  private static void keepSafe(RoutingContext context) {
    Answer.secure(context.response());
    context.next();
  }

  private void watched(RoutingContext context) {
    traces.ifPresent(all -> all.door(context));
    HttpWatch.time(context, Stage.DOOR, metrics);
  }

  private void ownPage(RoutingContext context) {
    if (gate.ownPages().sent(context.request())) {
      context.next();
    } else {
      strangers.handle(context);
    }
  }

  private static void bodies(Router router, String path, int limit) {
    bodies(router, HttpMethod.POST, path, limit);
  }

  private static void bodies(Router router, HttpMethod method, String path, int limit) {
    router
        .route(method, path)
        .order(FIRST + 1)
        .handler(BodyHandler.create(false).setBodyLimit(limit))
        .failureHandler(failed -> tooLarge(failed, limit));
  }

  private static void onlyPost(RoutingContext context) {
    if (context.request().method() == HttpMethod.POST) {
      context.next();
      return;
    }
    context.response().putHeader(HttpHeaders.ALLOW, "POST");
    ProblemJson.answer(context.response(), 405, "submit items here by POST");
  }

  /** What curl sends is said to be a form, whatever it is; as a form it could not be read back. */
  private static void readAsJson(RoutingContext context) {
    context.request().headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
    context.next();
  }

  static void tooLarge(RoutingContext context, int limit) {
    if (context.failed() && context.statusCode() != 413) {
      context.next();
      return;
    }
    refuse(context, 413, "the body is too large; at most %,d bytes".formatted(limit));
  }

  /** Answers before the body has come. */
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
