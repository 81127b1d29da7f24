package org.regionwire.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.function.Consumer;
import org.regionwire.door.Admission;
import org.regionwire.door.EarlyAnswers;
import org.regionwire.door.Gate;
import org.regionwire.pages.Answer;
import org.regionwire.pages.Pages;
import org.regionwire.signals.Metrics;
import org.regionwire.signals.Stage;
import org.regionwire.web.ProblemJson;
import org.regionwire.web.Turn;

/**
 * What is settled about a request before its body is read: who sends it, what type it is of, how
 * large it may be. Camel's routes come after it on the same router.
 */
public final class HttpDoor {
  private static final int FORM_LIMIT = 65_536;

  private final Admission admission;
  private final Gate gate;
  private final int limit;
  private final Pages pages;
  private final Metrics metrics;
  private final Consumer<RoutingContext> submissions;

  /**
   * @param limit of a submission, in bytes
   * @param submissions told of each submission and change that comes
   */
  public HttpDoor(
      Gate gate,
      Admission admission,
      int limit,
      Pages pages,
      Metrics metrics,
      Consumer<RoutingContext> submissions) {
    this.metrics = metrics;
    this.submissions = submissions;
    this.gate = gate;
    this.admission = admission;
    this.limit = limit;
    this.pages = pages;
  }

  void mount(Router router) {
    router.route().order(Turn.FIRST - 1).handler(HttpDoor::keepSafe);
    router.route().order(Turn.FIRST - 1).handler(gate.crowd()::enterWithoutBody);
    router.route("/items").order(Turn.FIRST - 1).handler(this::watched);
    router.route(HttpMethod.PUT, "/items/:id").order(Turn.FIRST - 1).handler(this::watched);
    router.route(HttpMethod.DELETE, "/items/:id").order(Turn.FIRST - 1).handler(this::watched);
    router
        .route("/items")
        .order(Turn.FIRST)
        .handler(HttpDoor::onlyPost)
        .handler(admission::submission);
    router.route(HttpMethod.DELETE, "/items/:id").order(Turn.FIRST).handler(HttpDoor::readAsJson);
    for (var method : List.of(HttpMethod.PUT, HttpMethod.DELETE)) {
      router.route(method, "/items/:id").order(Turn.FIRST).handler(admission::submission);
      bodies(router, method, "/items/:id", limit);
    }
    bodies(router, "/items", limit);
    forms(router);
    router.route().order(Turn.FIRST + 2).handler(gate.crowd()::enterWithBody);
  }

  /** The link that ends letters is no form: mail programs follow it by a POST of their own. */
  private void forms(Router router) {
    for (var path :
        List.of("/subscriptions", "/confirm/:token", "/manage/:token", "/unsubscribe")) {
      router.route(HttpMethod.POST, path).order(Turn.FIRST).handler(this::ownPage);
      bodies(router, path, FORM_LIMIT);
    }
    bodies(router, "/unsubscribe/:token", FORM_LIMIT);
    router.route(HttpMethod.POST, "/hub").order(Turn.FIRST).handler(admission::post);
    bodies(router, "/hub", FORM_LIMIT);
  }

  /** Whatever answers: pages and feeds say the same for themselves. */
  private static void keepSafe(RoutingContext context) {
    Answer.secure(context.response());
    context.next();
  }

  private void watched(RoutingContext context) {
    submissions.accept(context);
    HttpWatch.time(context, Stage.DOOR, metrics);
  }

  private void ownPage(RoutingContext context) {
    if (gate.ownPages().sent(context.request())) {
      context.next();
    } else {
      refuseStranger(context);
    }
  }

  private void refuseStranger(RoutingContext context) {
    String title = "This form is not ours";
    String mend = "It was sent by a page of somebody else, and nothing was done. Open it here.";
    Answer.html(403, pages.message(title, mend)).cached("no-store").send(context);
  }

  private static void bodies(Router router, String path, int limit) {
    bodies(router, HttpMethod.POST, path, limit);
  }

  private static void bodies(Router router, HttpMethod method, String path, int limit) {
    router
        .route(method, path)
        .order(Turn.FIRST + 1)
        .handler(BodyHandler.create(false).setBodyLimit(limit))
        .failureHandler(failed -> EarlyAnswers.tooLarge(failed, limit));
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
}
