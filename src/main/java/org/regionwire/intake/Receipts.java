package org.regionwire.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.regionwire.intake.Receipt.Links;
import org.regionwire.intake.Receipt.Twin;
import org.regionwire.intake.Receipt.Where;
import org.regionwire.news.Change.What;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Event;
import org.regionwire.news.EventTimeFound;
import org.regionwire.news.Kind;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.RegionFound;
import org.regionwire.region.SameEvents.Alike;

/** Writes receipts: what became of a submission, in addresses and words. */
public final class Receipts {
  private static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();
  private static final ObjectWriter WRITER = JSON.writerWithDefaultPrettyPrinter();
  private static final List<String> FEED_FORMATS = List.of("rss", "atom", "json");

  private final String base;
  private final Function<EnrichedItem, List<Alike>> alike;

  /**
   * @param base the address people see, without a slash at its end
   * @param alike published items that seem to tell of the same event as a new one
   */
  public Receipts(String base, Function<EnrichedItem, List<Alike>> alike) {
    this.base = base;
    this.alike = alike;
  }

  public Receipt accepted(EnrichedItem enriched) {
    return receipt(enriched, "accepted", firstOrUnknown(enriched), Optional.empty());
  }

  /** With the sender's own id it may be an update, whose number only the archive can tell. */
  private static Optional<Integer> firstOrUnknown(EnrichedItem enriched) {
    var origin = enriched.item().origin();
    return origin.senderId().isEmpty() && origin.change().isEmpty()
        ? Optional.of(1)
        : Optional.empty();
  }

  public Receipt published(PublishedItem published) {
    String status = published.withdrawn() ? "withdrawn" : "published";
    return receipt(
        published.enriched(), status, Optional.of(published.revision()), Optional.empty());
  }

  /** Of a dry run: nothing was kept, so there is no id and no page. */
  public Receipt valid(EnrichedItem enriched, long subscribers) {
    return receipt(enriched, "valid", Optional.empty(), Optional.of(subscribers));
  }

  public String write(Receipt receipt) {
    try {
      return WRITER.writeValueAsString(receipt) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a receipt is plain data", e);
    }
  }

  private Receipt receipt(
      EnrichedItem enriched,
      String status,
      Optional<Integer> revision,
      Optional<Long> subscribers) {
    boolean kept = subscribers.isEmpty();
    String self = base + "/items/" + enriched.item().id();
    return new Receipt(
        kept ? Optional.of(enriched.item().id().value()) : Optional.empty(),
        revision,
        status,
        Optional.of(
            new Links(
                kept ? Optional.of(self) : Optional.empty(),
                kept ? Optional.of(self + "/status") : Optional.empty(),
                enriched.item().origin().does(What.WITHDRAWAL) ? List.of() : feeds(enriched))),
        enriched.regions().stream().map(Receipts::where).toList(),
        enriched.event().map(event -> event(event, enriched.when())),
        alike.apply(enriched).stream().map(this::twin).toList(),
        List.of(),
        subscribers);
  }

  private List<String> feeds(EnrichedItem enriched) {
    return Stream.concat(Stream.of("all"), enriched.regionSlugs().stream())
        .flatMap(slug -> formats(enriched).map(format -> base + "/feeds/" + slug + "." + format))
        .toList();
  }

  /** News is in no calendar. */
  private static Stream<String> formats(EnrichedItem enriched) {
    return enriched.kind() == Kind.EVENT
        ? Stream.concat(FEED_FORMATS.stream(), Stream.of("ics"))
        : FEED_FORMATS.stream();
  }

  private Twin twin(Alike alike) {
    return new Twin(
        alike.item().item().title(), base + "/items/" + alike.item().item().id(), alike.why());
  }

  private static Where where(RegionFound found) {
    return new Where(
        found.region(),
        found.how().name().toLowerCase(Locale.ROOT),
        found.primary() ? "about" : "mentioned",
        Math.round(found.confidence() * 100) / 100.0,
        found.why(),
        found.mentions());
  }

  private static JsonNode event(Event event, Optional<EventTimeFound> when) {
    ObjectNode node = JSON.createObjectNode().put("start", event.start().toString());
    event.end().ifPresent(end -> node.put("end", end.toString()));
    event.timezone().ifPresent(zone -> node.put("timezone", zone.getId()));
    when.ifPresent(
        found ->
            node.putObject("found")
                .put("text", found.text())
                .put("field", found.field())
                .put("offset", found.offset())
                .put("yearInferred", found.yearInferred())
                .put("why", found.why()));
    return node;
  }
}
