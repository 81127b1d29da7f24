package org.regionwire;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.regionwire.broker.Broker;
import org.regionwire.broker.ParkedQueue;
import org.regionwire.intake.Refused;
import org.regionwire.pages.Answer;
import org.regionwire.web.ProblemJson;

/** {@code /operate}: what an operator sees and decides. Looking changes nothing. */
final class OperateDelivery {
  /** The text of a parked item is a field of a form. */
  private static final int FORM_LIMIT = HttpLimits.FIELD;

  private static final int BROKER_MILLIS = 10_000;

  /** A page that shows a letter in a frame. */
  private static final Optional<String> FRAMING =
      Optional.of(
          "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self';"
              + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

  /** The letter: its styles are in its tags, and nothing in it may run or send. */
  private static final Optional<String> FRAMED =
      Optional.of(
          "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:;"
              + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'");

  private final OperatorDoor door;
  private final OperatorDesk desk;
  private final LetterDesk letters;
  private final NewsDesk news;
  private final OperatorActs acts;

  OperateDelivery(
      OperatorDoor door, OperatorDesk desk, LetterDesk letters, NewsDesk news, OperatorActs acts) {
    this.news = news;
    this.door = door;
    this.desk = desk;
    this.letters = letters;
    this.acts = acts;
  }

  static OperateDelivery of(
      Settings settings, Newsroom newsroom, Broker broker, Whereabouts whereabouts) {
    var pages = newsroom.operatorPages();
    var clock = newsroom.clock();
    var parked = new ParkedQueue(broker.connections(BROKER_MILLIS), broker::accepting);
    return new OperateDelivery(
        new OperatorDoor(newsroom.operators(), pages, URI.create(settings.base)),
        new OperatorDesk(newsroom.operating(), newsroom.bounceRate(), broker::depth, pages, clock),
        new LetterDesk(newsroom.previews(), newsroom.acquaintance(), pages),
        new NewsDesk(
            newsroom.archive(),
            whereabouts,
            newsroom.reach(),
            newsroom.audience(),
            new Parking(parked, newsroom.json(), newsroom.archive()),
            broker::depth,
            pages,
            clock),
        new OperatorActs(newsroom.operating(), newsroom.selections()));
  }

  void mount(Router router) {
    String path = OperatorDoor.PATH;
    router.route(path + "/*").order(HttpDoor.FIRST).handler(door::admit);
    router
        .route(HttpMethod.POST, path + "/*")
        .order(HttpDoor.FIRST + 1)
        .handler(BodyHandler.create(false).setBodyLimit(FORM_LIMIT))
        .failureHandler(OperateDelivery::tooLarge);
    router.route(path + "/login").order(HttpDoor.FIRST + 2).handler(door::logIn);
    post(router, path + "/logout", door::logOut);
    get(router, path, asked -> desk.overview(Optional.ofNullable(asked.get("said"))));
    letters(router, path);
    get(router, path + "/news", asked -> news.news());
    post(router, path + "/replay", form(Optional.empty(), news::replay));
    post(router, path + "/pause", acting(acts::pause));
    post(router, path + "/resume", acting(acts::resume));
    post(router, path + "/decide", acting(acts::decide));
  }

  private void letters(Router router, String path) {
    get(router, path + "/letters", asked -> letters.search());
    // Addresses come by POST, so that they stand in no log and no history.
    post(router, path + "/letters", form(Optional.empty(), letters::of));
    get(router, path + "/preview", FRAMING, letters::preview);
    post(router, path + "/preview", form(FRAMING, letters::preview));
    get(router, path + "/preview/letter", FRAMED, letters::letter);
  }

  private static void get(Router router, String path, Function<MultiMap, Answer> page) {
    get(router, path, Optional.empty(), page);
  }

  /**
   * @param policy in the place of that of other pages
   */
  private static void get(
      Router router, String path, Optional<String> policy, Function<MultiMap, Answer> page) {
    for (var method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
      router
          .route(method, path)
          .order(HttpDoor.FIRST + 2)
          .handler(context -> answer(context, policy, () -> page.apply(context.queryParams())));
    }
  }

  private static void post(Router router, String path, Handler<RoutingContext> handler) {
    router.route(HttpMethod.POST, path).order(HttpDoor.FIRST + 2).handler(handler);
  }

  private static Handler<RoutingContext> form(
      Optional<String> policy, Function<MultiMap, Answer> page) {
    return context -> answer(context, policy, () -> page.apply(context.request().formAttributes()));
  }

  private static void answer(
      RoutingContext context, Optional<String> policy, Callable<Answer> making) {
    policy.ifPresent(
        text ->
            context.addHeadersEndHandler(
                sent -> context.response().putHeader("Content-Security-Policy", text)));
    context
        .vertx()
        .executeBlocking(making, false)
        .onFailure(context::fail)
        .onSuccess(answer -> answer.cached("no-store").send(context));
  }

  /** Does what a form says, and leads back to the page, so that a reload does not do it again. */
  private Handler<RoutingContext> acting(Function<MultiMap, String> act) {
    return context ->
        context
            .vertx()
            .executeBlocking(() -> act.apply(context.request().formAttributes()), false)
            .onFailure(failure -> refuse(context, failure))
            .onSuccess(
                said ->
                    context
                        .response()
                        .setStatusCode(303)
                        .putHeader("Location", OperatorDoor.PATH + "?said=" + said)
                        .putHeader("Cache-Control", "no-store")
                        .end());
  }

  private void refuse(RoutingContext context, Throwable failure) {
    if (failure instanceof Refused refused) {
      answer(
          context,
          Optional.empty(),
          () -> desk.overview(refused.status(), String.valueOf(refused.getMessage())));
    } else {
      context.fail(failure);
    }
  }

  private static void tooLarge(RoutingContext context) {
    if (context.statusCode() != 413) {
      context.next();
      return;
    }
    ProblemJson.answer(context.response(), 413, "the form is too large");
  }
}
