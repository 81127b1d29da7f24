package org.regionwire.push;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.regionwire.news.Change;
import org.regionwire.news.PublishedItem;

/**
 * What outsiders are told of a revision: a CloudEvents 1.0 envelope in structured mode (JSON event
 * format). Its id and source are the same whenever it is told again.
 *
 * @param addresses {@code wire.<region>.<kind>} for each region the item is about, or was about in
 *     the revision before, and for {@code all}
 */
public record WireEvent(List<String> addresses, String json) {
  public static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * @param before the revision before, if there is one
   * @param base public address of the site, without a slash at its end
   * @param data gives an item as readers may see it, in JSON; not asked for what is withdrawn
   * @return empty if readers never knew of the item
   */
  public static Optional<WireEvent> of(
      PublishedItem published,
      Optional<PublishedItem> before,
      String base,
      Function<PublishedItem, String> data) {
    if (published.unborn()) {
      return Optional.empty();
    }
    var known = before.filter(b -> !b.unborn());
    var item = published.item();
    var envelope =
        JSON.createObjectNode()
            .put("specversion", "1.0")
            .put("id", item.id() + "/" + published.revision())
            .put("source", base + "/")
            .put("type", "org.regionwire.item." + type(published, known))
            .put("subject", item.id().tag())
            .put("time", published.updated().toString());
    item.origin()
        .change()
        .filter(change -> known.isPresent() && !published.withdrawn())
        .ifPresent(change -> envelope.put("correction", word(change)));
    envelope.put("datacontenttype", "application/json");
    if (published.withdrawn()) {
      envelope.set("data", withdrawal(published));
    } else {
      envelope.putRawValue("data", new RawValue(data.apply(published).strip()));
    }
    var addresses =
        Stream.concat(addresses(published), known.stream().flatMap(WireEvent::addresses));
    return Optional.of(new WireEvent(addresses.distinct().toList(), envelope.toString()));
  }

  private static String type(PublishedItem published, Optional<PublishedItem> before) {
    if (published.withdrawn()) {
      return "withdrawn";
    }
    if (before.isEmpty()) {
      return "published";
    }
    return before.get().withdrawn() ? "restored" : "corrected";
  }

  private static String word(Change change) {
    return change.what().name().toLowerCase(Locale.ROOT);
  }

  /** Without the text that is taken back. */
  private static ObjectNode withdrawal(PublishedItem published) {
    var data =
        JSON.createObjectNode()
            .put("id", published.id().value())
            .put("revision", published.revision());
    published.note().ifPresent(reason -> data.put("reason", reason));
    return data;
  }

  private static Stream<String> addresses(PublishedItem published) {
    return Stream.concat(Stream.of("all"), published.enriched().regionSlugs().stream())
        .map(region -> "wire." + region + "." + published.kind().word());
  }
}
