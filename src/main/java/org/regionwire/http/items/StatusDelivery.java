package org.regionwire.http.items;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.regionwire.archive.Archive;
import org.regionwire.archive.JdbiEmbargo;
import org.regionwire.digest.books.JdbiReach;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.NewsItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.pages.Pages;
import org.regionwire.parked.ParkedItems;
import org.regionwire.web.ProblemJson;
import org.regionwire.whereabouts.Whereabouts;

/**
 * {@code GET /items/{id}/status}: where an item is, each station with its time; for a browser as a
 * page.
 */
public final class StatusDelivery implements Handler<RoutingContext> {
  private static final JsonMapper JSON = new JsonMapper();

  /** To who sent it, who cannot mend it. */
  private static final String NEXT =
      "It could not be stored, which is our failure. It is kept, and the operators of this wire have"
          + " been told: they mend it and put it back, and then it is published. There is no need to"
          + " send it again.";

  private final Whereabouts whereabouts;
  private final Archive archive;
  private final JdbiEmbargo embargo;
  private final JdbiReach reach;
  private final Function<ItemId, Optional<ParkedItems.Lot>> parked;
  private final StatusPage page;

  /**
   * @param parked what is parked of an item
   */
  public StatusDelivery(
      Archive archive,
      JdbiEmbargo embargo,
      JdbiReach reach,
      Whereabouts whereabouts,
      Function<ItemId, Optional<ParkedItems.Lot>> parked,
      Pages pages) {
    this.whereabouts = whereabouts;
    this.archive = archive;
    this.embargo = embargo;
    this.reach = reach;
    this.parked = parked;
    this.page = new StatusPage(pages);
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

  private void answer(RoutingContext context, Optional<?> status) {
    if (status.isEmpty()) {
      ProblemJson.answer(context.response(), 404, "no item has this id");
      return;
    }
    if (StatusPage.isWanted(context)) {
      page.of((ObjectNode) status.get()).cached("no-store").send(context);
      return;
    }
    context
        .response()
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Vary", "Accept")
        .end(((ObjectNode) status.get()).toPrettyString() + "\n");
  }

  private Optional<ObjectNode> status(ItemId id) {
    Optional<Whereabouts.Trace> trace = whereabouts.find(id);
    Optional<PublishedItem> published = archive.find(id);
    Optional<EnrichedItem> held = published.isEmpty() ? embargo.find(id) : Optional.empty();
    Optional<ParkedItems.Lot> lot = parked.apply(id);
    if (trace.isEmpty() && published.isEmpty() && held.isEmpty() && lot.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode node = JSON.createObjectNode().put("id", id.value());
    node.put("status", published.map(StatusDelivery::state).orElse(waits(lot)));
    station(
        node,
        "accepted",
        trace
            .flatMap(Whereabouts.Trace::accepted)
            .or(() -> published.map(PublishedItem::item).map(StatusDelivery::received))
            .or(() -> held.map(EnrichedItem::item).map(StatusDelivery::received))
            .or(() -> lot.map(ParkedItems.Lot::accepted)));
    published.ifPresent(item -> stations(node, item, trace));
    lot.ifPresent(it -> parked(node, it, published.isPresent()));
    return Optional.of(node);
  }

  private static String state(PublishedItem item) {
    return item.withdrawn() ? "withdrawn" : "published";
  }

  private static String waits(Optional<ParkedItems.Lot> lot) {
    return lot.isPresent() ? "parked" : "accepted";
  }

  private static void parked(ObjectNode node, ParkedItems.Lot lot, boolean published) {
    station(node, "parked", Optional.of(lot.parked()));
    node.withObject("parked").put("what", published ? "change" : "item").put("next", NEXT);
  }

  private void stations(ObjectNode node, PublishedItem item, Optional<Whereabouts.Trace> trace) {
    Optional<Instant> archived = trace.flatMap(Whereabouts.Trace::archived);
    station(node, "archived", archived.or(() -> Optional.of(item.updated())));
    node.withObject("archived").put("revision", item.revision()).put("sequence", item.sequence());
    station(node, "feeds", trace.flatMap(Whereabouts.Trace::shown));
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
