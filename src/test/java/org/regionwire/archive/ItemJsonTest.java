package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.news.Attachment;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;
import org.regionwire.news.Image;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.RegionFound;

class ItemJsonTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.120Z");
  private final ItemJson json = new ItemJson();

  @Test
  void an_item_with_everything_comes_back_as_it_was() {
    var full = full();
    assertThat(json.readEnriched(json.write(full))).isEqualTo(full);
    var published = new PublishedItem(full, 41, 7, 3, NOON, NOON.plusNanos(1));
    assertThat(json.readPublished(json.write(published))).isEqualTo(published);
  }

  @Test
  void an_item_with_next_to_nothing_comes_back_as_it_was() {
    var item = anItem().titled("A bridge").build();
    assertThat(json.readEnriched(json.write(item))).isEqualTo(item);
  }

  @Test
  void readers_do_not_see_the_keys_of_senders() {
    var published = new PublishedItem(full(), 41, 7, 3, NOON, NOON);
    String shown = json.writeForReaders(published);
    assertThat(shown).contains(published.item().title()).contains("\"sequence\" : 41");
    assertThat(shown)
        .doesNotContain("origin")
        .doesNotContain(published.item().origin().key())
        .doesNotContain(published.item().origin().bodyHash());
  }

  @Test
  void a_person_can_read_it() {
    var id = ItemId.derivedFrom("a", "b");
    var item =
        anEvent("2026-10-09T09:30+02:00")
            .withId(id)
            .withKey("k")
            .withBodyHash("h")
            .titled("Møte")
            .about("oslo")
            .published(12, NOON);
    assertThat(json.write(item))
        .isEqualTo(
            """
            {"enriched":{"item":{"id":"%s","origin":{"sender":"tester","key":"k","bodyHash":"h",\
            "received":"2026-03-02T08:00:00.123456Z"},"kind":"event","title":"Møte",\
            "language":"en","regions":["oslo"],"notRegions":[],"topics":[],\
            "event":{"start":"2026-10-09T09:30:00+02:00","status":"confirmed"},"attachments":[]},\
            "regions":[{"region":"oslo","how":"named","primary":true,"confidence":1.0,\
            "why":"the sender named it","mentions":[]}]},\
            "sequence":12,"firstSequence":12,"revision":1,\
            "published":"2026-03-02T12:00:00.120Z","updated":"2026-03-02T12:00:00.120Z"}"""
                .formatted(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-09",
        "2026-10-09T09:30",
        "2026-10-09T09:30:00.000000001",
        "2026-10-09T09:30:00Z",
        "2026-10-09T09:30:00+05:30"
      })
  void the_time_of_an_event_keeps_its_form(String start) {
    var item = anEvent(start).build();
    assertThat(json.readEnriched(json.write(item)).item().event().orElseThrow().start())
        .isEqualTo(EventTime.parse(start));
  }

  @Test
  void text_of_any_script_comes_back_as_it_was() {
    var item =
        anItem().titled("Øresund \"Ξ\" \\ 東京 \uD83D\uDEA2\u2028").saying("<p>\t\n</p>").build();
    assertThat(json.readEnriched(json.write(item))).isEqualTo(item);
  }

  @Test
  void fields_of_a_newer_node_are_passed_over() {
    var item = anItem().about("malmo").build();
    String newer =
        json.write(item)
            .replace("{\"item\":{", "{\"mood\":{\"a\":[1]},\"item\":{\"tone\":null,")
            .replace("\"how\":", "\"since\":3,\"how\":");
    assertThat(json.readEnriched(newer)).isEqualTo(item);
  }

  @Test
  void a_list_that_an_older_node_did_not_know_is_empty() {
    var item = anItem().build();
    String older =
        json.write(item).replace("\"topics\":[],", "").replace(",\"attachments\":[]", "");
    assertThat(older).doesNotContain("topics").doesNotContain("attachments");
    assertThat(json.readEnriched(older)).isEqualTo(item);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "[]", "null", "{\"item\":{\"id\":\"x\"}}"})
  void what_is_not_an_item_is_said_to_be_none(String text) {
    assertThatThrownBy(() -> json.readEnriched(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static EnrichedItem full() {
    var place =
        new Event.Place(
            Optional.of("Malmö Live"),
            Optional.of("Dag Hammarskjölds torg 2"),
            Optional.of(55.60587),
            Optional.of(-0.1));
    return anItem()
        .titled("A bridge")
        .summed("Sixteen kilometres")
        .saying("<p>It &amp; more</p>")
        .in("en-GB")
        .linkedTo("https://example.org/a?b=c%20d#e")
        .by("Ann", "Øresund Bridge")
        .writtenAt(Instant.parse("2026-03-01T00:00:00Z"))
        .expiringAt(Instant.parse("2027-01-01T00:00:00.000000001Z"))
        .on("ict", "life-sciences")
        .with(
            new Event(
                EventTime.parse("2026-10-09T09:30:00+02:00"),
                Optional.of(EventTime.parse("2026-10-10")),
                Optional.of(ZoneId.of("Europe/Stockholm")),
                Optional.of(place),
                Optional.of(URI.create("https://example.org/e")),
                Event.Status.TENTATIVE))
        .with(new Image(URI.create("https://example.org/i.png"), Optional.of("a bridge")))
        .with(
            new Attachment(
                URI.create("https://example.org/a.pdf"),
                Optional.of("application/pdf"),
                OptionalLong.of(5_000_000_000L),
                Optional.empty()),
            new Attachment(
                URI.create("https://example.org/b"),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of("b")))
        .about("malmo")
        .about(
            new RegionFound(
                "oslo",
                RegionFound.How.MENTIONED,
                true,
                0.75,
                "“Oslo” stands in the title",
                List.of(new RegionFound.Mention("title", 3, "Oslo"))))
        .about(
            new RegionFound(
                "norway", RegionFound.How.CONTAINS, true, 0.75, "oslo is in it", List.of()))
        .build();
  }
}
