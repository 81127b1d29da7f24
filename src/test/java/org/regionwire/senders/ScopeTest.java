package org.regionwire.senders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regionwire.intake.Limits;
import org.regionwire.intake.Refused;
import org.regionwire.intake.Submissions;
import org.regionwire.intake.reading.Reader;
import org.regionwire.intake.validating.Validator;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Format;
import org.regionwire.news.Point;
import org.regionwire.region.Enricher;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.graph.RegionFiles;

/** With the shipped regions: Malmö is in the Øresund Region, Skåne and Sweden; Oslo is in none. */
class ScopeTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();
  private static final RegionFiles FILES = new RegionFiles(Optional.empty(), GAZETTEER);
  private static final Enricher ENRICHER = new Enricher(FILES.regions(), GAZETTEER);

  private final Scope scope = new Scope(FILES.regions());

  private static Sender sender(String... regions) {
    return new Sender("000000000001", "port", List.of(regions), 0);
  }

  private static EnrichedItem item(String json) {
    var clock = java.time.Clock.systemUTC();
    var random = new java.security.SecureRandom();
    byte[] body = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var submission = new Submissions(clock, random).request(Format.JSON, body);
    var draft = new Reader(new Limits(100_000)).read(submission);
    var validator = new Validator(FILES.regions(), FILES.topics(), clock, random);
    return ENRICHER.enrich(validator.validate(draft));
  }

  private EnrichedItem within(Sender sender, String json) {
    return scope.within(sender, item(json));
  }

  @Test
  void a_region_of_the_token_and_its_parts_may_be_named() {
    String malmo = "{\"title\": \"A pier\", \"regions\": [\"malmo\"]}";
    assertThat(within(sender("malmo"), malmo).regionSlugs())
        .contains("malmo", "oresund-region", "sweden");
    assertThat(within(sender("sweden"), malmo).regionSlugs()).contains("malmo", "sweden");
  }

  @Test
  void another_is_refused_by_its_name_and_all_of_them_at_once() {
    String three = "{\"title\": \"A pier\", \"regions\": [\"malmo\", \"oslo\", \"sweden\"]}";
    assertThatThrownBy(() -> within(sender("malmo"), three))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(403);
              assertThat(refused.problems()).hasSize(2);
              assertThat(refused.problems().get(0).pointer()).isEqualTo("/regions");
              assertThat(refused.problems().get(0).detail())
                  .isEqualTo("has oslo, but this token sends for malmo only");
              assertThat(refused.problems().get(1).detail()).contains("has sweden");
            });
  }

  @Test
  void a_region_that_only_the_text_tells_of_is_a_mention() {
    String text = "{\"title\": \"From Malmö to Oslo: the fair opens in Oslo\"}";
    assertThat(item(text).regionSlugs()).contains("oslo", "norway");
    var narrowed = within(sender("malmo"), text);
    assertThat(narrowed.regionSlugs()).doesNotContain("oslo", "norway");
    assertThat(narrowed.mentionedSlugs()).contains("oslo", "norway");
    assertThat(narrowed.regions())
        .filteredOn(one -> one.region().equals("oslo"))
        .allSatisfy(one -> assertThat(one.why()).endsWith("your token is not for it"));
  }

  @Test
  void it_stands_on_the_map_where_the_token_is_for() {
    String text = "{\"title\": \"The fair of Malmö opens in Oslo\", \"regions\": [\"malmo\"]}";
    String place =
        "{\"title\": \"A fair\", \"regions\": [\"malmo\"], \"kind\": \"event\", \"event\": {\"start\":"
            + " \"2027-05-01\", \"place\": {\"lat\": %s, \"lon\": %s}}}";
    var malmo = FILES.regions().point("malmo");
    assertThat(within(sender("malmo"), text).point()).isEqualTo(malmo);
    assertThat(within(sender("malmo"), place.formatted("59.91", "10.75")).point()).isEqualTo(malmo);
    assertThat(within(sender("malmo"), place.formatted("55.62", "13.02")).point())
        .hasValue(new Point(55.62, 13.02));
    assertThat(within(sender("sweden"), place.formatted("67.85", "20.22")).point())
        .hasValue(new Point(67.85, 20.22));
    assertThat(within(sender(), place.formatted("59.91", "10.75")).point())
        .hasValue(new Point(59.91, 10.75));
  }

  @Test
  void what_is_only_elsewhere_is_nowhere_on_the_map() {
    assertThat(within(sender("malmo"), "{\"title\": \"The fair opens in Oslo\"}").point())
        .isEmpty();
  }

  @Test
  void a_token_without_regions_is_for_all() {
    var item = item("{\"title\": \"The fair opens in Oslo\"}");
    assertThat(scope.within(sender(), item)).isSameAs(item);
  }
}
