package org.regionwire.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;

/**
 * Items as JSON text: on queues and in the archive. A field for each component of the records, in
 * their order; what is absent is left out. What is read equals what was written. Fields it does not
 * know are passed over, so that nodes of two versions understand each other.
 */
public final class ItemJson {
  private final ObjectMapper mapper;
  private final ObjectWriter writer;
  private final ObjectReader enriched;
  private final ObjectReader published;
  private final ObjectReader announced;

  /** What is said of new revisions. */
  private record Announcement(List<Revised> items) {}

  private record Revised(ItemId id, long sequence) {}

  public ItemJson() {
    this.mapper =
        JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), new WordsModule())
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .withConfigOverride(
                List.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    this.writer = mapper.writer();
    this.enriched = mapper.readerFor(EnrichedItem.class);
    this.published = mapper.readerFor(PublishedItem.class);
    this.announced = mapper.readerFor(Announcement.class);
  }

  public String write(EnrichedItem item) {
    return text(item);
  }

  public String write(PublishedItem item) {
    return text(item);
  }

  /** For anyone: without where it came from, which holds the sender's keys. */
  public String writeForReaders(PublishedItem item) {
    ObjectNode tree = mapper.valueToTree(item);
    tree.withObject("/enriched/item").remove("origin");
    return tree.toPrettyString() + "\n";
  }

  /**
   * @throws IllegalArgumentException if the text is not an enriched item
   */
  public EnrichedItem readEnriched(String json) {
    return read(enriched, json, "an enriched item");
  }

  /**
   * @throws IllegalArgumentException if the text is not a published item
   */
  public PublishedItem readPublished(String json) {
    return read(published, json, "a published item");
  }

  /** As {@link #readEnriched}, of each. */
  public List<EnrichedItem> readAllEnriched(List<String> jsons) {
    return jsons.stream().map(this::readEnriched).toList();
  }

  /**
   * Of new revisions, in one text: {@code {"items": [{"id": "…", "sequence": 12}]}}. The archive
   * has the rest.
   */
  public String announcement(List<PublishedItem> items) {
    return text(
        new Announcement(items.stream().map(i -> new Revised(i.id(), i.sequence())).toList()));
  }

  /** The sequences announced. */
  public List<Long> readAnnouncements(List<String> jsons) {
    return jsons.stream()
        .map(json -> ItemJson.<Announcement>read(announced, json, "an announcement"))
        .flatMap(announcement -> announcement.items().stream())
        .map(Revised::sequence)
        .toList();
  }

  /** The ids of the items that a message on a queue is about; nothing when it cannot be read. */
  public String about(String message) {
    try {
      var root = mapper.readTree(message);
      var announced = root.path("items").findValuesAsText("id");
      return announced.isEmpty()
          ? root.path("item").path("id").asText()
          : String.join(" ", announced);
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private String text(Object item) {
    try {
      return writer.writeValueAsString(item);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every item can be written", e);
    }
  }

  private static <T> T read(ObjectReader reader, String json, String what) {
    try {
      @Nullable T value = reader.readValue(json);
      if (value == null) {
        throw new IllegalArgumentException("not " + what + ": null");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not " + what + ": " + e.getOriginalMessage(), e);
    }
  }
}
