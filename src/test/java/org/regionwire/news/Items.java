package org.regionwire.news;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes items for tests: {@code anItem().titled("A bridge").about("malmo").build()}. Each has an id
 * and a key of its own unless told otherwise.
 */
public final class Items {
  private static final AtomicLong COUNT = new AtomicLong();

  private String key = "key-" + COUNT.incrementAndGet();
  private ItemId id = ItemId.derivedFrom("items", key);
  private String bodyHash = "hash of " + key;
  private String title = "Item of " + key;
  private Optional<String> summary = Optional.empty();
  private Optional<String> content = Optional.empty();
  private Optional<String> language = Optional.of("en");
  private Optional<URI> link = Optional.empty();
  private Optional<String> author = Optional.empty();
  private Optional<String> organisation = Optional.empty();
  private Optional<Instant> written = Optional.empty();
  private Optional<Instant> publishAt = Optional.empty();
  private Instant received = Instant.parse("2026-03-02T08:00:00.123456Z");
  private Optional<Instant> expires = Optional.empty();
  private List<String> topics = List.of();
  private Optional<Event> event = Optional.empty();
  private Optional<Image> image = Optional.empty();
  private List<Attachment> attachments = List.of();
  private final List<RegionFound> regions = new ArrayList<>();

  private Items() {}

  public static Items anItem() {
    return new Items();
  }

  /** Starts on a day ({@code 2026-10-09}) or at a time ({@code 2026-10-09T09:30:00+02:00}). */
  public static Items anEvent(String start) {
    var items = new Items();
    items.event =
        Optional.of(
            new Event(
                EventTime.parse(start),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Event.Status.CONFIRMED));
    return items;
  }

  public Items withId(ItemId id) {
    this.id = id;
    return this;
  }

  public Items withKey(String key) {
    this.key = key;
    return this;
  }

  public Items withBodyHash(String bodyHash) {
    this.bodyHash = bodyHash;
    return this;
  }

  public Items titled(String title) {
    this.title = title;
    return this;
  }

  public Items summed(String summary) {
    this.summary = Optional.of(summary);
    return this;
  }

  /** Sanitised HTML. */
  public Items saying(String content) {
    this.content = Optional.of(content);
    return this;
  }

  public Items in(String language) {
    this.language = Optional.of(language);
    return this;
  }

  public Items inNoLanguage() {
    this.language = Optional.empty();
    return this;
  }

  public Items linkedTo(String link) {
    this.link = Optional.of(URI.create(link));
    return this;
  }

  public Items by(String author, String organisation) {
    this.author = Optional.of(author);
    this.organisation = Optional.of(organisation);
    return this;
  }

  public Items writtenAt(Instant written) {
    this.written = Optional.of(written);
    return this;
  }

  public Items publishingAt(Instant moment) {
    this.publishAt = Optional.of(moment);
    return this;
  }

  public Items receivedAt(Instant moment) {
    this.received = moment;
    return this;
  }

  public Items expiringAt(Instant expires) {
    this.expires = Optional.of(expires);
    return this;
  }

  /** Slugs. */
  public Items on(String... topics) {
    this.topics = List.of(topics);
    return this;
  }

  public Items with(Event event) {
    this.event = Optional.of(event);
    return this;
  }

  public Items with(Image image) {
    this.image = Optional.of(image);
    return this;
  }

  public Items with(Attachment... attachments) {
    this.attachments = List.of(attachments);
    return this;
  }

  /** Slugs of regions, as if the sender had named each. */
  public Items about(String... slugs) {
    for (String slug : slugs) {
      regions.add(RegionFound.named(slug, "the sender named it"));
    }
    return this;
  }

  public Items about(RegionFound region) {
    regions.add(region);
    return this;
  }

  public EnrichedItem build() {
    return new EnrichedItem(item(), regions, Optional.empty(), Optional.empty());
  }

  /** As if the archive had published it as its first revision with this sequence. */
  public PublishedItem published(long sequence, Instant at) {
    return new PublishedItem(build(), sequence, sequence, 1, at, at);
  }

  public NewsItem item() {
    return new NewsItem(
        id,
        new Origin("tester", key, bodyHash, received, Optional.empty()),
        event.map(e -> Kind.EVENT),
        title,
        summary,
        content,
        language,
        link,
        author,
        organisation,
        written,
        publishAt,
        expires,
        regions.stream()
            .filter(r -> r.how() == RegionFound.How.NAMED)
            .map(RegionFound::region)
            .toList(),
        List.of(),
        topics,
        event,
        image,
        attachments);
  }
}
