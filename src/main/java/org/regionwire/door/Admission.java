package org.regionwire.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.news.Format;
import org.regionwire.senders.Sender;

/** Who may send, how often, and of what type and size; told before the body is read. */
public final class Admission {
  private static final String BEARER = "bearer ";

  private final Gate gate;
  private final int limit;

  /**
   * @param limit of a submission, in bytes
   */
  public Admission(Gate gate, int limit) {
    this.gate = gate;
    this.limit = limit;
  }

  /** Who sends it, by its token. */
  public Optional<Sender> sender(HttpServerRequest request) {
    return token(request).flatMap(gate.senders()::of);
  }

  /** Lets a submission or a change pass, or answers it. */
  public void submission(RoutingContext context) {
    if (gate.crowd().queueIsFull()) {
      Crowd.turnAway(context);
    } else if (mayPost(context)) {
      knownSender(context)
          .filter(sender -> maySend(context, sender))
          .filter(sender -> legible(context))
          .ifPresent(sender -> context.next());
    }
  }

  /** Lets what needs no token pass, or answers it. */
  public void post(RoutingContext context) {
    if (mayPost(context)) {
      context.next();
    }
  }

  private boolean mayPost(RoutingContext context) {
    var wait = gate.callers().network(context.request()).flatMap(gate.rates()::posts);
    wait.ifPresent(time -> tooMany(context, time, "your network sends too much"));
    return wait.isEmpty();
  }

  private boolean maySend(RoutingContext context, Sender sender) {
    if (sender.first()) {
      return true;
    }
    var wait = gate.rates().sends(sender.token(), sender.perMinute());
    wait.ifPresent(time -> tooMany(context, time, "this token sends too much"));
    return wait.isEmpty();
  }

  private static void tooMany(RoutingContext context, Duration wait, String what) {
    long seconds = Rates.seconds(wait);
    context.response().putHeader("Retry-After", Long.toString(seconds));
    EarlyAnswers.refuse(context, 429, what + "; nothing was kept, try again in " + seconds + " s");
  }

  private Optional<Sender> knownSender(RoutingContext context) {
    var token = token(context.request());
    var sender = token.flatMap(gate.senders()::of);
    if (sender.isPresent()) {
      return sender;
    }
    String error = token.isPresent() ? ", error=\"invalid_token\"" : "";
    context.response().putHeader("WWW-Authenticate", "Bearer realm=\"submit\"" + error);
    String detail =
        token
            .map(text -> "this token " + gate.senders().whyNot(text) + "; ask the operator for one")
            .orElse("send your token: `Authorization: Bearer <token>`");
    EarlyAnswers.refuse(context, 401, detail);
    return Optional.empty();
  }

  private static Optional<String> token(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(text -> text.substring(BEARER.length()).strip());
  }

  private boolean legible(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (encoded(request)) {
      EarlyAnswers.refuse(context, 415, "send the body as it is, without Content-Encoding");
    } else if (!deletes(request) && Format.ofMediaType(type(request)).isEmpty()) {
      EarlyAnswers.refuse(
          context,
          415,
          "Content-Type must be application/json, application/atom+xml;type=entry,"
              + " text/markdown or text/calendar, not \""
              + type(request)
              + "\"");
    } else if (length(request) > limit) {
      EarlyAnswers.tooLarge(context, limit);
    } else {
      return true;
    }
    return false;
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
}
