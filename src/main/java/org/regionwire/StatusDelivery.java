package org.regionwire;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import org.regionwire.archive.Archive;
import org.regionwire.archive.JdbiEmbargo;
import org.regionwire.digest.JdbiReach;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.NewsItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.web.ProblemJson;

/** {@code GET /items/{id}/status}: where an item is, each station with its time. */
final class StatusDelivery implements Handler<RoutingContext> {
  private static final JsonMapper JSON = new JsonMapper();

  private final Whereabouts whereabouts;
  private final Archive archive;
  private final JdbiEmbargo embargo;
  private final JdbiReach reach;

  StatusDelivery(Whereabouts whereabouts, Archive archive, JdbiEmbargo embargo, JdbiReach reach) {
    this.whereabouts = whereabouts;
    this.archive = archive;
    this.embargo = embargo;
    this.reach = reach;
  }

  @Override
  public void handle(RoutingContext context) {
    String id = context.pathParam("id");
    context
        .vertx()
        .executeBlocking(() -> ItemId.isOne(id) ? status(new ItemId(id)) : Optional.empty(), false)
        .onFailure(context::fail)
        .onSuccess(found -> answer(context, found));
  }

  private static void answer(RoutingContext context, Optional<?> status) {
    if (status.isEmpty()) {
      ProblemJson.answer(context.response(), 404, "no item has this id");
      return;
    }
    context
        .response()
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(((ObjectNode) status.get()).toPrettyString() + "\n");
  }

  private Optional<ObjectNode> status(ItemId id) {
    Optional<Whereabouts.Trace> trace = whereabouts.find(id);
    Optional<PublishedItem> published = archive.find(id);
    Optional<EnrichedItem> held = published.isEmpty() ? embargo.find(id) : Optional.empty();
    if (trace.isEmpty() && published.isEmpty() && held.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode node = JSON.createObjectNode().put("id", id.value());
    String state =
        published.filter(PublishedItem::withdrawn).isPresent() ? "withdrawn" : "published";
    node.put("status", published.isPresent() ? state : "accepted");
    station(
        node,
        "accepted",
        trace
            .flatMap(t -> t.accepted)
            .or(() -> published.map(PublishedItem::item).map(StatusDelivery::received))
            .or(() -> held.map(EnrichedItem::item).map(StatusDelivery::received)));
    published.ifPresent(item -> stations(node, item, trace));
    return Optional.of(node);
  }

  private void stations(ObjectNode node, PublishedItem item, Optional<Whereabouts.Trace> trace) {
    Optional<Instant> archived = trace.flatMap(t -> t.archived);
    station(node, "archived", archived.or(() -> Optional.of(item.updated())));
    node.withObject("archived").put("revision", item.revision()).put("sequence", item.sequence());
    station(node, "feeds", trace.flatMap(t -> t.shown));
    var letters = reach.letters(item);
    station(node, "letters", letters.last());
    node.withObject("letters").put("count", letters.count());
  }

  private static Instant received(NewsItem item) {
    return item.origin().received();
  }

  private static void station(ObjectNode node, String name, Optional<Instant> at) {
    at.ifPresent(when -> node.withObject(name).put("at", when.toString()));
  }
}
