package org.regionwire;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.news.Format;
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

  private final SecretFile token;
  private final int limit;

  /**
   * @param limit of a submission, in bytes
   */
  HttpDoor(SecretFile token, int limit) {
    this.token = token;
    this.limit = limit;
  }

  void mount(Router router) {
    router.route("/items").order(FIRST).handler(HttpDoor::onlyPost).handler(this::admit);
    router.route(HttpMethod.DELETE, "/items/:id").order(FIRST).handler(HttpDoor::readAsJson);
    for (var method : List.of(HttpMethod.PUT, HttpMethod.DELETE)) {
      router.route(method, "/items/:id").order(FIRST).handler(this::admit);
      bodies(router, method, "/items/:id", limit);
    }
    bodies(router, "/items", limit);
    bodies(router, "/subscriptions", FORM_LIMIT);
    bodies(router, "/confirm/:token", FORM_LIMIT);
    bodies(router, "/unsubscribe/:token", FORM_LIMIT);
    bodies(router, "/hub", FORM_LIMIT);
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

  private void admit(RoutingContext context) {
    HttpServerRequest request = context.request();
    String authorization = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    if (!authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      context.response().putHeader("WWW-Authenticate", "Bearer realm=\"submit\"");
      refuse(context, 401, "send the submit token: `Authorization: Bearer <token>`");
    } else if (!knows(request)) {
      context
          .response()
          .putHeader("WWW-Authenticate", "Bearer realm=\"submit\", error=\"invalid_token\"");
      refuse(context, 401, "this is not the submit token; the operator has it in submit.token");
    } else if (encoded(request)) {
      refuse(context, 415, "send the body as it is, without Content-Encoding");
    } else if (!deletes(request) && Format.ofMediaType(type(request)).isEmpty()) {
      refuse(
          context,
          415,
          "Content-Type must be application/json, application/atom+xml;type=entry,"
              + " text/markdown or text/calendar, not \""
              + type(request)
              + "\"");
    } else if (length(request) > limit) {
      tooLarge(context, limit);
    } else {
      context.next();
    }
  }

  /** Whether it carries the submit token. */
  boolean knows(HttpServerRequest request) {
    String authorization = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    return authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")
        && token.is(authorization.substring("bearer ".length()).strip());
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

  /** The body of a deletion is its reason in JSON, if there is one. */
  private static boolean deletes(HttpServerRequest request) {
    return HttpMethod.DELETE.equals(request.method());
  }

  private static boolean encoded(HttpServerRequest request) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return encoding != null && !encoding.equalsIgnoreCase("identity");
  }

  private static String type(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE)).orElse("");
  }

  private static long length(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  private static void tooLarge(RoutingContext context, int limit) {
    if (context.failed() && context.statusCode() != 413) {
      context.next();
      return;
    }
    refuse(context, 413, "the body is too large; at most %,d bytes".formatted(limit));
  }

  private static void refuse(RoutingContext context, int status, String detail) {
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
