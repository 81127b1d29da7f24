package org.regionwire.http.subscribers;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.regionwire.digest.Subscription;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.digest.subscribing.Leaving;
import org.regionwire.digest.subscribing.Standing;
import org.regionwire.digest.subscribing.SubscriptionForm;
import org.regionwire.digest.subscribing.Subscriptions;
import org.regionwire.door.Gate;
import org.regionwire.door.Rates;
import org.regionwire.http.HttpReplies;
import org.regionwire.intake.Refused;
import org.regionwire.pages.Pages;

/**
 * Subscribing, confirming and unsubscribing over HTTP. Only a POST changes anything, because mail
 * scanners follow every link.
 */
public final class HttpSubscriptions {
  private static final String TYPED = "regionwire.typed";
  private static final String CAME = "regionwire.came";

  private final SubscriptionForm form;
  private final Subscriptions subscriptions;
  private final Leaving leaving;
  private final WishWords words;
  private final Pages pages;
  private final Gate gate;
  private final EvenAnswers even = new EvenAnswers();

  public HttpSubscriptions(
      SubscriptionForm form,
      Subscriptions subscriptions,
      Leaving leaving,
      WishWords words,
      Pages pages,
      Gate gate) {
    this.leaving = leaving;
    this.gate = gate;
    this.form = form;
    this.subscriptions = subscriptions;
    this.words = words;
    this.pages = pages;
  }

  /** Leaves the ids of letters to send as the body. */
  public List<String> ask(Exchange exchange) {
    // Only the first message of a route is the request; it is kept for the answer.
    Map<String, List<String>> typed = FormFields.of(exchange.getMessage().getBody());
    exchange.setProperty(HttpReplies.REQUEST, request(exchange));
    exchange.setProperty(CAME, even.now());
    exchange.setProperty(TYPED, typed);
    var request = form.read(typed);
    String network = admitted(exchange);
    return orOneOfNobody(subscriptions.subscribe(request, network));
  }

  /** The queue is used whether there is a letter to send or not, which takes its time. */
  private static List<String> orOneOfNobody(List<String> letters) {
    return letters.isEmpty() ? List.of("none") : letters;
  }

  /** The network, or empty on this machine. */
  private String admitted(Exchange exchange) {
    var network = network(exchange);
    var wait = network.flatMap(gate.rates()::asks).map(Rates::seconds);
    if (wait.isPresent()) {
      request(exchange).response().putHeader("Retry-After", wait.get().toString());
      throw new Refused(429, "", "has come too often from your network; try again in an hour");
    }
    return network.orElse("");
  }

  private Optional<String> network(Exchange exchange) {
    return gate.callers().network(request(exchange));
  }

  /** Leaves the ids of letters to send as the body. */
  public List<String> remind(Exchange exchange) {
    Map<String, List<String>> typed = FormFields.of(exchange.getMessage().getBody());
    exchange.setProperty(HttpReplies.REQUEST, request(exchange));
    exchange.setProperty(CAME, even.now());
    String address = form.address(typed);
    admitted(exchange);
    return orOneOfNobody(leaving.remind(address));
  }

  /** The same words, and as late, whether the address is known or not. */
  public void reminded(Exchange exchange) {
    even.await(exchange.getProperty(CAME, Long.class));
    HttpReplies.page(
        exchange,
        202,
        pages.message(
            "Check your mail",
            "If we write to this address, we have sent it a letter with the links to change or"
                + " end that; one a day at most."));
  }

  public void remindRefused(Exchange exchange) {
    HttpReplies.refused(exchange, "the address");
  }

  public void unsubscribeByAddress(Exchange exchange) {
    HttpReplies.page(exchange, 200, pages.letters().unsubscribeByAddress());
  }

  /** The same words, and as late, whether the address is known or not. */
  public void asked(Exchange exchange) {
    even.await(exchange.getProperty(CAME, Long.class));
    if (fromForm(exchange)) {
      HttpReplies.page(
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
      HttpReplies.page(exchange, refused.status(), pages.subscribe(typed, refused.problems()));
    } else {
      HttpReplies.refused(exchange, "the subscription");
    }
  }

  public void unavailable(Exchange exchange) {
    HttpReplies.unavailable(exchange, "this cannot be done just now; try again in a moment");
  }

  public void confirm(Exchange exchange) {
    String token = HttpReplies.token(exchange);
    if (HttpReplies.isPost(exchange)) {
      String network = network(exchange).orElse("");
      page(exchange, subscriptions.confirm(token, network), "Confirmed", "You will get");
      return;
    }
    Optional<Standing> pending = subscriptions.confirmable(token);
    answer(exchange, pending.map(standing -> pages.letters().confirm(token, wishes(standing))));
  }

  public void unsubscribe(Exchange exchange) {
    String token = HttpReplies.token(exchange);
    if (!HttpReplies.isPost(exchange)) {
      Optional<Standing> known = leaving.unsubscribable(token);
      answer(
          exchange,
          known
              .map(standing -> pages.letters().unsubscribe(token, wishes(standing)))
              .or(() -> forgotten(token)));
    } else if (FormFields.of(exchange.getMessage().getBody()).containsKey("undo")) {
      page(exchange, leaving.undo(token), "Your letters", "You get");
    } else {
      Optional<Standing> ended = leaving.unsubscribe(token);
      answer(
          exchange, ended.map(standing -> pages.letters().ended(token)).or(() -> forgotten(token)));
    }
  }

  private Optional<String> forgotten(String token) {
    return leaving.isForgotten(token)
        ? Optional.of(pages.message("Unsubscribed", "You get no letters from us."))
        : Optional.empty();
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
    HttpReplies.page(
        exchange,
        html.isPresent() ? 200 : 404,
        html.orElseGet(
            () -> pages.notFound("This link is not, or no longer, one of ours", List.of())));
  }

  private static boolean fromForm(Exchange exchange) {
    String type = request(exchange).getHeader("Content-Type");
    return type == null || !type.startsWith("application/json");
  }

  private static HttpServerRequest request(Exchange exchange) {
    HttpServerRequest kept = exchange.getProperty(HttpReplies.REQUEST, HttpServerRequest.class);
    return kept == null ? HttpReplies.request(exchange) : kept;
  }
}
