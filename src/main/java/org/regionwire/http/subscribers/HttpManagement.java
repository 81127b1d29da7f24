package org.regionwire.http.subscribers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.regionwire.digest.Subscription;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.digest.subscribing.Management;
import org.regionwire.digest.subscribing.Management.Own;
import org.regionwire.digest.subscribing.SubscriptionForm;
import org.regionwire.digest.subscribing.SubscriptionRequest;
import org.regionwire.http.HttpReplies;
import org.regionwire.intake.Refused;
import org.regionwire.news.SelectionText;
import org.regionwire.pages.Pages;
import org.regionwire.pages.subscribers.ManagePage;

/** The page behind the link in each letter. Looking changes nothing; each button is a POST. */
public final class HttpManagement {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String LOST = "This link is not, or no longer, one of ours";

  private final Management management;
  private final SubscriptionForm form;
  private final WishWords words;
  private final Pages pages;

  public HttpManagement(
      Management management, SubscriptionForm form, WishWords words, Pages pages) {
    this.management = management;
    this.form = form;
    this.words = words;
    this.pages = pages;
  }

  public void manage(Exchange exchange) {
    String token = HttpReplies.token(exchange);
    if (!HttpReplies.isPost(exchange)) {
      show(exchange, token, 200, "");
      return;
    }
    var fields = FormFields.of(exchange.getMessage().getBody());
    String action = first(fields, "action").orElse("");
    try {
      boolean known = act(token, action, fields);
      if (action.equals("erase") && known) {
        HttpReplies.page(
            exchange,
            200,
            pages.message("Erased", "We have forgotten you, and will not write to you again."));
      } else {
        show(exchange, token, 200, "Done.");
      }
    } catch (Refused refused) {
      show(exchange, token, refused.status(), String.valueOf(refused.getMessage()));
    }
  }

  /** Everything we hold about a person, as JSON. */
  public void export(Exchange exchange) throws JsonProcessingException {
    var all = management.export(HttpReplies.token(exchange));
    if (all.isEmpty()) {
      HttpReplies.page(exchange, 404, pages.notFound(LOST, List.of()));
      return;
    }
    HttpReplies.reply(
        exchange,
        200,
        "application/json",
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all.get()) + "\n");
    exchange.getMessage().setHeader("Content-Disposition", "attachment; filename=letters.json");
    exchange.getMessage().setHeader("Cache-Control", "no-store");
  }

  private boolean act(String token, String action, Map<String, List<String>> fields) {
    String subscription = first(fields, "subscription").orElse("");
    return switch (action) {
      case "change" ->
          management.change(token, subscription, wish(token, Optional.of(subscription), fields));
      case "settings" -> management.choose(token, wish(token, Optional.empty(), fields));
      case "end" -> management.end(token, subscription);
      case "pause" -> management.pause(token, until(fields));
      case "resume" -> management.resume(token);
      case "revoke" -> management.revokeLinks(token);
      case "erase" -> management.erase(token);
      default ->
          throw new Refused(
              422, "/action", "is not one of change, settings, end, pause, resume, revoke, erase");
    };
  }

  /** What is not given stays as it is. */
  private SubscriptionRequest wish(
      String token, Optional<String> subscription, Map<String, List<String>> fields) {
    var own = management.see(token).orElseThrow(() -> new Refused(404, "", LOST));
    var all = new HashMap<String, List<String>>();
    all.put("email", List.of(own.standing().address()));
    all.put("zone", List.of(own.schedule().zone().getId()));
    all.put("time", List.of(own.schedule().time().toString()));
    all.put("language", List.of(own.language()));
    all.put("format", List.of(own.format().isHtml() ? "html" : "text"));
    all.put("calendar", List.of(own.format().hasCalendar() ? "yes" : "no"));
    own.standing().subscriptions().stream()
        .filter(one -> subscription.filter(one.id()::equals).isPresent())
        .forEach(one -> all.putAll(asFields(one)));
    all.putAll(fields);
    all.remove("action");
    all.remove("subscription");
    return form.read(all);
  }

  private static Map<String, List<String>> asFields(Subscription one) {
    var fields = new HashMap<String, List<String>>();
    fields.put("selection", List.of(SelectionText.of(one.selection())));
    fields.put("cadence", List.of(one.cadence().pace().word()));
    switch (one.cadence().pace()) {
      case WEEKLY -> fields.put("weekday", List.of(String.valueOf(one.cadence().day())));
      case MONTHLY -> fields.put("monthday", List.of(String.valueOf(one.cadence().day())));
      default -> {}
    }
    return fields;
  }

  private static LocalDate until(Map<String, List<String>> fields) {
    try {
      return LocalDate.parse(first(fields, "until").orElse(""));
    } catch (DateTimeParseException e) {
      throw new Refused(422, "/until", "is not a day such as 2026-08-31");
    }
  }

  private void show(Exchange exchange, String token, int status, String said) {
    var own = management.see(token);
    String html =
        own.map(known -> pages.letters().manage(page(token, known, said)))
            .orElseGet(() -> pages.notFound(LOST, List.of()));
    HttpReplies.page(exchange, own.isPresent() ? status : 404, html);
  }

  private ManagePage page(String token, Own own, String said) {
    return new ManagePage(
        "/manage/" + token,
        said,
        own.standing().address(),
        own.standing().in(Subscription.State.ACTIVE).stream().map(this::row).toList(),
        own.schedule().time().toString(),
        own.schedule().zone().getId(),
        own.language(),
        own.format().isHtml() ? "html" : "text",
        own.format().hasCalendar(),
        own.pausedUntil().map(LocalDate::toString).orElse(""));
  }

  private ManagePage.Row row(Subscription one) {
    int day = one.cadence().day();
    return new ManagePage.Row(
        one.id(),
        words.sentence(one.selection(), one.cadence().pace().word(), day, "en"),
        SelectionText.of(one.selection()),
        one.cadence().pace().word(),
        day);
  }

  private static Optional<String> first(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst();
  }
}
