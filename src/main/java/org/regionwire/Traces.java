package org.regionwire;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.regionwire.digest.mail.Mail;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.signals.Ending;
import org.regionwire.signals.Stage;
import org.regionwire.signals.Tracing;

/** Tells the traces what happens at the edges of stages. */
final class Traces implements Passage, AutoCloseable {
  /** Of a request: which span the door is going to make of it. Never a client's. */
  static final String DOOR = "regionwire-door";

  private static final String PARENT = "traceparent";
  private static final Pattern ITEM = Pattern.compile("/items/([0-9a-hjkmnp-tv-z]{26})");

  private final Tracing tracing;

  private Traces(Tracing tracing) {
    this.tracing = tracing;
  }

  /** Nothing where they are off; then none of their classes is loaded. */
  static Optional<Traces> of(Settings settings, Clock clock) {
    if (settings.traces.isEmpty()) {
      return Optional.empty();
    }
    var tracing =
        new Tracing(settings.traces.get(), settings.nodeName(), settings.tracesShare, clock);
    return Optional.of(new Traces(tracing));
  }

  /** A submission or a change comes in. */
  void door(RoutingContext context) {
    long begun = System.nanoTime();
    var request = context.request();
    String sent = Optional.ofNullable(request.getHeader(PARENT)).orElse("");
    String span = tracing.door();
    request.headers().set(DOOR, span);
    context.addEndHandler(
        done -> {
          boolean isNew = request.method() == HttpMethod.POST;
          String location = context.response().headers().get(HttpHeaders.LOCATION);
          var items = items(isNew ? Optional.ofNullable(location).orElse("") : request.path());
          String route = isNew ? "/items" : "/items/{id}";
          int status = context.response().getStatusCode();
          String method = request.method().name();
          items.forEach(item -> tracing.answered(span, item, method, route, status, sent, begun));
        });
  }

  private static List<ItemId> items(String text) {
    return ITEM.matcher(text)
        .results()
        .map(found -> new ItemId(found.group(1)))
        .distinct()
        .toList();
  }

  /** What a message about an accepted item carries. */
  Map<String, String> properties(EnrichedItem item) {
    return tracing.parentOfArchive(item).map(parent -> Map.of(PARENT, parent)).orElse(Map.of());
  }

  @Override
  public void passed(Stage stage, Passing passing) {
    var items = passing.items();
    switch (stage) {
      case ACCEPT ->
          items.forEach(
              item -> tracing.accept(item, passing.ending(), passing.door(), passing.begun()));
      case ARCHIVE -> tracing.archive(items, passing.ending(), passing.begun());
      case FEEDS -> tracing.feeds(items, passing.ending(), passing.begun());
      default -> {}
    }
  }

  /** A letter is about the items that it links to. */
  void letter(Mail mail, Ending ending, long begun) {
    tracing.letter(mail.id(), items(mail.text()), ending, begun);
  }

  @Override
  public void close() {
    tracing.close();
  }
}
