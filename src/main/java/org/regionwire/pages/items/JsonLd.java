package org.regionwire.pages.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import org.regionwire.news.Event;
import org.regionwire.news.EventDates;
import org.regionwire.news.Excerpt;
import org.regionwire.news.Kind;
import org.regionwire.news.NewsItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.region.PlainText;

/** An item as schema.org has it: a NewsArticle or an Event. */
public final class JsonLd {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DESCRIPTION = 500;

  private JsonLd() {}

  /** Text for a script element: no value in it can end the element. */
  public static String of(PublishedItem published, String address, Optional<ZoneId> regionZone) {
    NewsItem item = published.item();
    ObjectNode data = JSON.createObjectNode().put("@context", "https://schema.org");
    if (published.kind() == Kind.EVENT) {
      happening(data, item, published.event().orElseThrow(), regionZone);
    } else {
      article(data, published);
    }
    data.put("@id", published.id().tag()).put("url", address);
    item.language().ifPresent(language -> data.put("inLanguage", language));
    item.image().map(image -> image.url().toString()).ifPresent(url -> data.put("image", url));
    describe(data, PlainText.summary(item));
    return text(data);
  }

  private static void article(ObjectNode data, PublishedItem published) {
    NewsItem item = published.item();
    data.put("@type", "NewsArticle").put("headline", item.title());
    data.put("datePublished", Times.machine(published.published()));
    data.put("dateModified", Times.machine(published.updated()));
    item.author().ifPresent(name -> named(data, "author", "Person", name));
    item.organisation().ifPresent(name -> named(data, "sourceOrganization", "Organization", name));
    item.link().map(URI::toString).ifPresent(link -> data.put("isBasedOn", link));
    if (!item.topics().isEmpty()) {
      var keywords = data.putArray("keywords");
      item.topics().forEach(keywords::add);
    }
  }

  private static void happening(
      ObjectNode data, NewsItem item, Event event, Optional<ZoneId> regionZone) {
    var dates = EventDates.of(event, regionZone);
    data.put("@type", "Event").put("name", item.title());
    data.put("startDate", dates.startMachine());
    dates.endMachine().ifPresent(end -> data.put("endDate", end));
    boolean cancelled = event.status() == Event.Status.CANCELLED;
    data.put(
        "eventStatus", "https://schema.org/" + (cancelled ? "EventCancelled" : "EventScheduled"));
    event.place().ifPresent(place -> location(data, place));
    item.organisation().ifPresent(name -> named(data, "organizer", "Organization", name));
    event.url().map(URI::toString).ifPresent(page -> data.put("sameAs", page));
    item.link().map(URI::toString).ifPresent(link -> data.put("subjectOf", link));
  }

  private static void location(ObjectNode data, Event.Place place) {
    var location = data.putObject("location").put("@type", "Place");
    place.name().ifPresent(name -> location.put("name", name));
    place.address().ifPresent(address -> location.put("address", address));
    if (place.lat().isPresent() && place.lon().isPresent()) {
      var geo = location.putObject("geo").put("@type", "GeoCoordinates");
      geo.put("latitude", place.lat().get()).put("longitude", place.lon().get());
    }
  }

  private static void named(ObjectNode data, String field, String type, String name) {
    data.putObject(field).put("@type", type).put("name", name);
  }

  private static void describe(ObjectNode data, String text) {
    if (!text.isEmpty()) {
      data.put("description", Excerpt.of(text, DESCRIPTION));
    }
  }

  private static String text(ObjectNode data) {
    try {
      return JSON.writeValueAsString(data)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }
}
