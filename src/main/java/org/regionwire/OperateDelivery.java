package org.regionwire;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.regionwire.intake.Refused;
import org.regionwire.pages.Answer;
import org.regionwire.web.ProblemJson;

/** {@code /operate}: what an operator sees and decides. Looking changes nothing. */
final class OperateDelivery {
  private static final int FORM_LIMIT = 65_536;

  private final OperatorDoor door;
  private final OperatorDesk desk;
  private final OperatorActs acts;

  OperateDelivery(OperatorDoor door, OperatorDesk desk, OperatorActs acts) {
    this.door = door;
    this.desk = desk;
    this.acts = acts;
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
    post(router, path + "/pause", acting(acts::pause));
    post(router, path + "/resume", acting(acts::resume));
    post(router, path + "/decide", acting(acts::decide));
  }

  private static void get(Router router, String path, Function<MultiMap, Answer> page) {
    for (var method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
      router
          .route(method, path)
          .order(HttpDoor.FIRST + 2)
          .handler(context -> answer(context, () -> page.apply(context.queryParams())));
    }
  }

  private static void post(Router router, String path, Handler<RoutingContext> handler) {
    router.route(HttpMethod.POST, path).order(HttpDoor.FIRST + 2).handler(handler);
  }

  private static void answer(RoutingContext context, Callable<Answer> making) {
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
      answer(context, () -> desk.overview(refused.status(), String.valueOf(refused.getMessage())));
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
