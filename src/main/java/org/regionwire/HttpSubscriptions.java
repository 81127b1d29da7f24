package org.regionwire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.regionwire.digest.Standing;
import org.regionwire.digest.Subscription;
import org.regionwire.digest.SubscriptionForm;
import org.regionwire.digest.Subscriptions;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.intake.Refused;
import org.regionwire.pages.Answer;
import org.regionwire.pages.Pages;

/**
 * Subscribing, confirming and unsubscribing over HTTP. Only a POST changes anything, because mail
 * scanners follow every link.
 */
public final class HttpSubscriptions {
  private static final String TYPED = "regionwire.typed";
  private static final String REQUEST = "regionwire.request";
  private static final JsonMapper JSON = new JsonMapper();

  private final SubscriptionForm form;
  private final Subscriptions subscriptions;
  private final WishWords words;
  private final Pages pages;

  HttpSubscriptions(
      SubscriptionForm form, Subscriptions subscriptions, WishWords words, Pages pages) {
    this.form = form;
    this.subscriptions = subscriptions;
    this.words = words;
    this.pages = pages;
  }

  /** Leaves the ids of letters to send as the body. */
  public List<String> ask(Exchange exchange) {
    // Only the first message of a route is the request; it is kept for the answer.
    Map<String, List<String>> typed = fields(exchange.getMessage().getBody());
    exchange.setProperty(REQUEST, request(exchange));
    exchange.setProperty(TYPED, typed);
    return subscriptions.subscribe(form.read(typed));
  }

  /** The same words whether the address is known or not. */
  public void asked(Exchange exchange) {
    if (fromForm(exchange)) {
      page(
          exchange,
          202,
          pages.message(
              "Check your mail",
              "We have sent you a letter with a link. Your digest begins when you confirm it.",
              "No letter within a few minutes? Look among the junk, or ask again tomorrow."));
    } else {
      HttpReplies.reply(
          exchange,
          202,
          "application/json",
          "{\"status\": \"pending\", \"next\": \"confirm by the link in the letter\"}\n");
    }
  }

  @SuppressWarnings("unchecked")
  public void refused(Exchange exchange) {
    Map<String, List<String>> typed = exchange.getProperty(TYPED, Map.of(), Map.class);
    if (fromForm(exchange)) {
      Refused refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Refused.class);
      page(exchange, refused.status(), pages.subscribe(typed, refused.problems()));
    } else {
      HttpReplies.refused(exchange, "the subscription");
    }
  }

  public void unavailable(Exchange exchange) {
    HttpReplies.unavailable(exchange, "this cannot be done just now; try again in a moment");
  }

  public void confirm(Exchange exchange) {
    String token = token(exchange);
    if (isPost(exchange)) {
      page(exchange, subscriptions.confirm(token), "Confirmed", "You will get");
      return;
    }
    Optional<Standing> pending = subscriptions.confirmable(token);
    answer(exchange, pending.map(standing -> pages.confirm(token, wishes(standing))));
  }

  public void unsubscribe(Exchange exchange) {
    String token = token(exchange);
    if (isPost(exchange)) {
      Optional<Standing> ended = subscriptions.unsubscribe(token);
      answer(
          exchange,
          ended.map(
              standing ->
                  pages.message(
                      "Unsubscribed",
                      "You will get no more letters. If this was a mistake, subscribe again.")));
      return;
    }
    Optional<Standing> known = subscriptions.unsubscribable(token);
    answer(exchange, known.map(standing -> pages.unsubscribe(token, wishes(standing))));
  }

  private void page(Exchange exchange, Optional<Standing> standing, String title, String intro) {
    answer(exchange, standing.map(now -> pages.message(title, intro + ": " + wishes(now) + ".")));
  }

  private String wishes(Standing standing) {
    return standing.subscriptions().stream()
        .filter(one -> one.state() != Subscription.State.ENDED)
        .map(one -> words.sentence(one.selection(), one.language()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private void answer(Exchange exchange, Optional<String> html) {
    page(
        exchange,
        html.isPresent() ? 200 : 404,
        html.orElseGet(
            () -> pages.notFound("This link is not, or no longer, one of ours", List.of())));
  }

  private static void page(Exchange exchange, int status, String html) {
    var response = request(exchange).response();
    Answer.secure(response);
    response.putHeader("Cache-Control", "no-store");
    HttpReplies.reply(exchange, status, "text/html; charset=utf-8", html);
  }

  private static boolean fromForm(Exchange exchange) {
    String type = request(exchange).getHeader("Content-Type");
    return type == null || !type.startsWith("application/json");
  }

  private static HttpServerRequest request(Exchange exchange) {
    HttpServerRequest kept = exchange.getProperty(REQUEST, HttpServerRequest.class);
    return kept == null ? exchange.getMessage(HttpMessage.class).getRequest() : kept;
  }

  private static boolean isPost(Exchange exchange) {
    return "POST".equals(exchange.getMessage().getHeader(Exchange.HTTP_METHOD, String.class));
  }

  private static String token(Exchange exchange) {
    return Optional.ofNullable(exchange.getMessage().getHeader("token", String.class)).orElse("");
  }

  /** A form's fields, or a JSON object's: each name with its values. */
  private static Map<String, List<String>> fields(Object body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (body instanceof Map<?, ?> form) {
      form.forEach((name, value) -> fields.put(String.valueOf(name), texts(value)));
    } else if (body instanceof Buffer buffer) {
      read(buffer).properties().forEach(one -> fields.put(one.getKey(), texts(one.getValue())));
    }
    return fields;
  }

  private static JsonNode read(Buffer buffer) {
    try {
      return JSON.readTree(buffer.getBytes());
    } catch (JsonProcessingException e) {
      throw new Refused(400, "", "is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new Refused(400, "", "cannot be read");
    }
  }

  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof JsonNode node && node.isArray()) {
      node.forEach(one -> texts.add(one.asText()));
    } else if (value instanceof JsonNode node) {
      texts.add(node.asText());
    } else if (value instanceof Iterable<?> several) {
      several.forEach(one -> texts.add(String.valueOf(one)));
    } else {
      texts.add(String.valueOf(value));
    }
    return texts;
  }
}
