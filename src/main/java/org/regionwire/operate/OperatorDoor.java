package org.regionwire.operate;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.door.OwnPages;
import org.regionwire.operate.operators.Operators;
import org.regionwire.pages.Answer;
import org.regionwire.pages.OperatorPages;
import org.regionwire.web.ProblemJson;

/**
 * Who may come to the operator's pages: with a token in the header, or with the session that a
 * browser got for it. A browser's POST must come from a page of ours.
 */
public final class OperatorDoor {
  static final String PATH = "/operate";
  private static final String COOKIE = "operator";
  private static final String BEARER = "bearer ";

  private final Operators operators;
  private final OperatorPages pages;
  private final URI base;
  private final OwnPages ownPages;

  /**
   * @param base the address people see
   */
  public OperatorDoor(Operators operators, OperatorPages pages, URI base) {
    this.operators = operators;
    this.pages = pages;
    this.base = base;
    this.ownPages = new OwnPages(base.toString());
  }

  /** Before the body is read. */
  void admit(RoutingContext context) {
    var request = context.request();
    if (isPost(request) && !isOurs(request)) {
      // Without this another site could press our buttons with the operator's cookie.
      ProblemJson.answer(
          context.response(),
          403,
          "a POST here comes from a page of ours (Origin: "
              + base
              + "), or has an Authorization header");
      return;
    }
    if (request.path().equals(PATH + "/login")) {
      context.next();
      return;
    }
    request.pause();
    context
        .vertx()
        .executeBlocking(() -> isKnown(request), false)
        .onFailure(context::fail)
        .onSuccess(
            known -> {
              request.resume();
              if (known) {
                context.next();
              } else {
                turnAway(context);
              }
            });
  }

  private boolean isKnown(HttpServerRequest request) {
    var token = token(request);
    if (token.isPresent()) {
      return operators.knows(token.get());
    }
    Cookie cookie = request.getCookie(COOKIE);
    return cookie != null && operators.holds(cookie.getValue());
  }

  private static Optional<String> token(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  private static boolean isPost(HttpServerRequest request) {
    return HttpMethod.POST.equals(request.method());
  }

  /** Browsers say where a POST comes from; a program that sends a token does not need to. */
  private boolean isOurs(HttpServerRequest request) {
    return request.getHeader("Origin") == null
        ? token(request).isPresent()
        : ownPages.sent(request);
  }

  private void turnAway(RoutingContext context) {
    context.response().putHeader("WWW-Authenticate", "Bearer realm=\"operate\"");
    if (token(context.request()).isPresent()) {
      ProblemJson.answer(
          context.response(),
          401,
          "this is not an operator's token; make one by `token --operator` on the wire's machine");
      return;
    }
    login(context, 401, "");
  }

  /** The page that asks for the token. */
  private void login(RoutingContext context, int status, String said) {
    context
        .vertx()
        .executeBlocking(() -> pages.login(operators.any(), said), false)
        .onFailure(context::fail)
        .onSuccess(html -> Answer.html(status, html).cached("no-store").send(context));
  }

  /** Opens a session for the token of the form. */
  void logIn(RoutingContext context) {
    if (!isPost(context.request())) {
      context.redirect(PATH);
      return;
    }
    String token = Optional.ofNullable(context.request().getFormAttribute("token")).orElse("");
    context
        .vertx()
        .executeBlocking(() -> operators.open(token.strip()), false)
        .onFailure(context::fail)
        .onSuccess(
            session -> {
              if (session.isEmpty()) {
                login(context, 401, "This is not an operator’s token, or it works no more.");
              } else {
                give(context, session.get(), Operators.SESSION.toSeconds());
              }
            });
  }

  void logOut(RoutingContext context) {
    give(context, "", 0);
  }

  private void give(RoutingContext context, String session, long seconds) {
    context
        .response()
        .addCookie(
            Cookie.cookie(COOKIE, session)
                .setPath(PATH)
                .setHttpOnly(true)
                .setSecure("https".equals(base.getScheme()))
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(seconds))
        .setStatusCode(303)
        .putHeader("Location", PATH)
        .putHeader("Cache-Control", "no-store")
        .end();
  }
}
