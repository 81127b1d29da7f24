package org.regionwire.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.regionwire.intake.Refused;
import org.regionwire.push.Hub;

/** The hub over HTTP. */
public final class HttpHub {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Hub hub;

  public HttpHub(Hub hub) {
    this.hub = hub;
  }

  /** 202: the callback will be asked (WebSub section 5.1.1). */
  public void ask(Exchange exchange) {
    String type =
        Optional.ofNullable(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class))
            .orElse("");
    if (!type.startsWith(FORM) || !(exchange.getMessage().getBody() instanceof Map<?, ?> form)) {
      throw new Refused(415, "", "Content-Type must be " + FORM);
    }
    hub.ask(fields(form));
    HttpReplies.reply(exchange, 202, "text/plain", "The callback will be asked.\n");
  }

  public void refused(Exchange exchange) {
    HttpReplies.refused(exchange, "the request");
  }

  public void unavailable(Exchange exchange) {
    HttpReplies.unavailable(exchange, "the hub cannot take this just now; try again in a moment");
  }

  private static Map<String, List<String>> fields(Map<?, ?> form) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    form.forEach((name, value) -> fields.put(String.valueOf(name), texts(value)));
    return fields;
  }

  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof Iterable<?> several) {
      several.forEach(one -> texts.add(String.valueOf(one)));
    } else {
      texts.add(String.valueOf(value));
    }
    return texts;
  }
}
