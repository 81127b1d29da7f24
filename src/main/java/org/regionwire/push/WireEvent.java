package org.regionwire.push;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.stream.Stream;
import org.regionwire.news.PublishedItem;

/**
 * What outsiders are told of a revision: a CloudEvents 1.0 envelope in structured mode (JSON event
 * format). Its id and source are the same whenever it is told again.
 *
 * @param addresses {@code wire.<region>.<kind>} for each region the item is about, and for {@code
 *     all}
 */
public record WireEvent(List<String> addresses, String json) {
  public static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * @param base public address of the site, without a slash at its end
   * @param data the item as readers may see it, in JSON
   */
  public static WireEvent of(PublishedItem published, String base, String data) {
    var item = published.item();
    String type = published.revision() == 1 ? "published" : "revised";
    var envelope =
        JSON.createObjectNode()
            .put("specversion", "1.0")
            .put("id", item.id() + "/" + published.revision())
            .put("source", base + "/")
            .put("type", "org.regionwire.item." + type)
            .put("subject", item.id().tag())
            .put("time", published.updated().toString())
            .put("datacontenttype", "application/json")
            .putRawValue("data", new RawValue(data));
    var regions = Stream.concat(Stream.of("all"), published.enriched().regionSlugs().stream());
    return new WireEvent(
        regions
            .map(region -> "wire." + region + "." + published.enriched().kind().word())
            .distinct()
            .toList(),
        envelope.toString());
  }
}
