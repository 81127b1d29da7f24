package org.regionwire.operate;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.regionwire.broker.Undelivered;
import org.regionwire.door.HttpLimits;
import org.regionwire.intake.Refused;
import org.regionwire.pages.Answer;
import org.regionwire.web.ProblemJson;
import org.regionwire.web.Turn;

/** {@code /operate}: what an operator sees and decides. Looking changes nothing. */
public final class OperateDelivery {
  /** The text of a parked item is a field of a form. */
  private static final int FORM_LIMIT = HttpLimits.FIELD;

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
  private final OperatorDesks desks;

  public OperateDelivery(OperatorDoor door, OperatorDesks desks) {
    this.door = door;
    this.desks = desks;
  }

  public void mount(Router router) {
    String path = OperatorDoor.PATH;
    router.route(path + "/*").order(Turn.FIRST).handler(door::admit);
    router
        .route(HttpMethod.POST, path + "/*")
        .order(Turn.FIRST + 1)
        .handler(BodyHandler.create(false).setBodyLimit(FORM_LIMIT))
        .failureHandler(OperateDelivery::tooLarge);
    router.route(path + "/login").order(Turn.FIRST + 2).handler(door::logIn);
    post(router, path + "/logout", door::logOut);
    get(router, path, asked -> desks.overview().overview(word(asked)));
    letters(router, path);
    news(router, path);
    senders(router, path);
    var acts = desks.acts();
    post(router, path + "/pause", acting(path, acts::pause));
    post(router, path + "/resume", acting(path, acts::resume));
    post(router, path + "/decide", acting(path, acts::decide));
  }

  private static Optional<String> word(MultiMap asked) {
    return Optional.ofNullable(asked.get("said"));
  }

  private void news(Router router, String path) {
    var parked = desks.parked();
    get(router, path + "/news", desks.news()::news);
    get(router, path + "/figures", desks.figures()::figures);
    get(router, path + "/parked", asked -> parked.page());
    post(router, path + "/replay", form(Optional.empty(), parked::replay));
    get(router, path + "/parked.json", asked -> parked.list());
    post(router, path + "/replay.json", form(Optional.empty(), parked::replayed));
  }

  private void senders(Router router, String path) {
    var senders = desks.senders();
    get(router, path + "/senders", asked -> senders.senders(word(asked)));
    post(router, path + "/senders", form(Optional.empty(), senders::make));
    post(router, path + "/senders/revoke", acting(path + "/senders", senders::revoke));
  }

  private void letters(Router router, String path) {
    var letters = desks.letters();
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
          .order(Turn.FIRST + 2)
          .handler(context -> answer(context, policy, () -> page.apply(context.queryParams())));
    }
  }

  private static void post(Router router, String path, Handler<RoutingContext> handler) {
    router.route(HttpMethod.POST, path).order(Turn.FIRST + 2).handler(handler);
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
        .onFailure(failure -> tell(context, failure))
        .onSuccess(answer -> answer.cached("no-store").send(context));
  }

  /** To a program, and to a person where the page cannot be made. */
  private static void tell(RoutingContext context, Throwable failure) {
    if (failure instanceof Refused refused) {
      String detail = String.valueOf(refused.getMessage());
      ProblemJson.answer(context.response(), refused.status(), detail);
    } else if (failure instanceof Undelivered) {
      ProblemJson.answer(context.response(), 503, String.valueOf(failure.getMessage()));
    } else {
      context.fail(failure);
    }
  }

  /** Does what a form says, and leads back to the page, so that a reload does not do it again. */
  private Handler<RoutingContext> acting(String page, Function<MultiMap, String> act) {
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
                        .putHeader("Location", page + "?said=" + said)
                        .putHeader("Cache-Control", "no-store")
                        .end());
  }

  private void refuse(RoutingContext context, Throwable failure) {
    if (failure instanceof Refused refused) {
      answer(
          context,
          Optional.empty(),
          () -> desks.overview().overview(refused.status(), String.valueOf(refused.getMessage())));
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
