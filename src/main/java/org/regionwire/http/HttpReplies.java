package org.regionwire.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.regionwire.intake.Problem;
import org.regionwire.intake.Refused;
import org.regionwire.news.EnrichedItem;
import org.regionwire.pages.Answer;
import org.regionwire.web.ProblemJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What routes that start at HTTP answer with. */
public final class HttpReplies {
  /** By this name operators know its lines. */
  private static final Logger LOG = LoggerFactory.getLogger("org.regionwire.HttpReplies");

  /** Where a route keeps its request when its message becomes another. */
  public static final String REQUEST = "regionwire.request";

  private HttpReplies() {}

  /** Request headers would be echoed otherwise. */
  public static void reply(Exchange exchange, int status, String type, String body) {
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    message.setHeader(Exchange.CONTENT_TYPE, type);
    message.setBody(body);
  }

  /** A page for one person alone. */
  public static void page(Exchange exchange, int status, String html) {
    HttpServerRequest request =
        exchange.getProperty(REQUEST, HttpServerRequest.class) == null
            ? request(exchange)
            : exchange.getProperty(REQUEST, HttpServerRequest.class);
    var response = request.response();
    Answer.secure(response);
    response.putHeader("Cache-Control", "no-store");
    reply(exchange, status, "text/html; charset=utf-8", html);
  }

  public static boolean isPost(Exchange exchange) {
    return "POST".equals(exchange.getMessage().getHeader(Exchange.HTTP_METHOD, String.class));
  }

  /** Of the address. */
  public static String token(Exchange exchange) {
    return Optional.ofNullable(exchange.getMessage().getHeader("token", String.class)).orElse("");
  }

  /** Only while the message is the first of its route. */
  public static HttpServerRequest request(Exchange exchange) {
    return exchange.getMessage(HttpMessage.class).getRequest();
  }

  /** The sender's mistakes, all of them. */
  public static void refused(Exchange exchange, String what) {
    Refused refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Refused.class);
    ObjectNode problem = ProblemJson.of(refused.status(), sentence(what, refused.problems()));
    refused.problems().forEach(p -> ProblemJson.add(problem, p.pointer(), p.detail(), List.of()));
    reply(exchange, refused.status(), ProblemJson.MEDIA_TYPE, ProblemJson.write(problem));
  }

  private static String sentence(String what, List<Problem> problems) {
    return problems.size() == 1
        ? what + ": " + problems.get(0)
        : what + " has " + problems.size() + " mistakes; errors names each";
  }

  /** Our failure, which passes. */
  public static void unavailable(Exchange exchange, String detail) {
    var line = LOG.atWarn().addKeyValue("route", exchange.getFromRouteId());
    if (exchange.getMessage().getBody() instanceof EnrichedItem item) {
      line = line.addKeyValue("item", item.item().id());
    }
    line.setCause(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)).log("503");
    ObjectNode problem = ProblemJson.of(503, detail);
    reply(exchange, 503, ProblemJson.MEDIA_TYPE, ProblemJson.write(problem));
    exchange.getMessage().setHeader("Retry-After", "5");
  }
}
