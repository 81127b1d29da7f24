package org.regionwire.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.news.Kind;

/** The four items of the BaltMet Inno site. */
class SeedNewsTest {
  private static final String CONFERENCE =
      """
      {"id": "seed-news-1", "kind": "event", "language": "en", "regions": ["berlin"], "published": null,
       "title": "BaltMet Inno WP 3 \\"Cluster Development\\" final event conference",
       "summary": "On November 13th BaltMet Inno WP 3 \\"Cluster Development\\" conference \\"Transnational Cluster Alliances - Connecting Neighbours in the Baltic Sea Region\\" hosted by TSB Innovationsagentur Berlin GmbH in cooperation with WISTA MANAGEMENT GMBH took place in Berlin",
       "event": {"start": "2007-11-13", "end": "2007-11-13", "place": {"name": "Berlin"}}}
      """;
  private static final String OPEN_DAYS =
      """
      {"id": "seed-news-2", "kind": "event", "language": "en", "regions": ["brussels"], "summary": "",
       "title": "Balt Met Inno seminar in the framework of Open Days in Brussels on 9th October 2007.",
       "event": {"start": "2007-10-09", "end": "2007-10-09", "place": {"name": "Brussels"}}}
      """;
  private static final String SEMINAR =
      """
      {"id": "seed-news-3", "kind": "event", "language": "en", "regions": ["BE-BRU"],
       "title": "Seminar at Open Days in Brussels on 9 October 2007",
       "summary": "In collaboration with the Baltic Sea Group, BaltMet Inno will arrange the seminar \\"Boosting Innovation through Metropolitan Partnership\\".",
       "event": {"start": "2007-10-09", "end": "2007-10-09", "place": {"name": "Brussels"}}}
      """;
  private static final String WORKSHOPS =
      """
      {"id": "seed-news-4", "kind": "event", "language": "en", "regions": ["RU-SPE"],
       "title": "BaltMet Inno Workshops in St. Petersburg, 13-15 June 2007",
       "summary": "From 13 - 15 June, the City of St. Petersburg hosted a number of BaltMet Inno workshops and BaltMet network meetings.",
       "event": {"start": "2007-06-13", "end": "2007-06-15", "place": {"name": "Saint Petersburg"}}}
      """;

  private final Desk desk = new Desk();

  @ParameterizedTest
  @ValueSource(strings = {CONFERENCE, OPEN_DAYS, SEMINAR, WORKSHOPS})
  void a_seed_item_is_an_event_in_its_region(String json) {
    var item = desk.accepts(json);
    assertThat(item.kind()).contains(Kind.EVENT);
    assertThat(item.regions()).hasSize(1);
    assertThat(item.event().orElseThrow().start().date().getYear()).isEqualTo(2007);
    assertThat(item.written()).isEmpty();
  }

  @Test
  void the_fields_of_the_old_site_are_pointed_to_ours() {
    assertThat(
            desk.refuses(
                "{\"title\": \"x\", \"teaser\": \"y\", \"event\": {\"start\": \"2007-10-09\","
                    + " \"place\": {\"city\": \"Brussels\"}}}"))
        .hasMessageContaining("/teaser is an unknown field; did you mean `summary`?")
        .hasMessageContaining("/event/place/city is an unknown field; did you mean `name`?");
  }
}
