package org.regionwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.regionwire.intake.Problem;
import org.regionwire.intake.Refused;
import org.regionwire.web.ProblemJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What routes that start at HTTP answer with. */
final class HttpReplies {
  private static final Logger LOG = LoggerFactory.getLogger(HttpReplies.class);

  private HttpReplies() {}

  /** Request headers would be echoed otherwise. */
  static void reply(Exchange exchange, int status, String type, String body) {
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    message.setHeader(Exchange.CONTENT_TYPE, type);
    message.setBody(body);
  }

  /** The sender's mistakes, all of them. */
  static void refused(Exchange exchange, String what) {
    Refused refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Refused.class);
    ObjectNode problem = ProblemJson.of(refused.status(), sentence(what, refused.problems()));
    var errors = problem.putArray("errors");
    refused
        .problems()
        .forEach(p -> errors.addObject().put("pointer", p.pointer()).put("detail", p.detail()));
    reply(exchange, refused.status(), ProblemJson.MEDIA_TYPE, problem.toPrettyString() + "\n");
  }

  private static String sentence(String what, List<Problem> problems) {
    return problems.size() == 1
        ? what + ": " + problems.get(0)
        : what + " has " + problems.size() + " mistakes; errors names each";
  }

  /** Our failure, which passes. */
  static void unavailable(Exchange exchange, String detail) {
    LOG.warn("503", exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    ObjectNode problem = ProblemJson.of(503, detail);
    reply(exchange, 503, ProblemJson.MEDIA_TYPE, problem.toPrettyString() + "\n");
    exchange.getMessage().setHeader("Retry-After", "5");
  }
}
