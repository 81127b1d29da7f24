package org.regionwire.digest.subscribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.digest.Cadence;
import org.regionwire.digest.Desk;
import org.regionwire.digest.LetterFormat;
import org.regionwire.digest.Places;
import org.regionwire.digest.Schedule;
import org.regionwire.intake.Refused;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;

class SubscriptionFormTest {
  private final SubscriptionForm form =
      new SubscriptionForm(new Places(), new Places.Subjects(), Optional::empty);

  @Test
  void an_address_alone_asks_for_everything_at_eight() {
    var request = form.read(Map.of("email", List.of(" ann@example.org ")));
    assertThat(request)
        .isEqualTo(
            new SubscriptionRequest(
                "ann@example.org",
                Selection.ALL,
                Cadence.DAILY,
                new Schedule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(8, 0)),
                "en",
                LetterFormat.HTML));
  }

  @Test
  void everything_can_be_chosen() {
    var request =
        Desk.request(
            "ann@example.org",
            "regions",
            "toronto,malmo",
            "kind",
            "event",
            "topics",
            "maritime",
            "cadence",
            "daily",
            "time",
            "06:30",
            "zone",
            "Europe/Oslo",
            "language",
            "nb-no",
            "format",
            "text");
    assertThat(request.selection())
        .isEqualTo(
            Selection.of(
                List.of("malmo", "toronto"), Optional.of(Kind.EVENT), List.of("maritime")));
    assertThat(request.schedule())
        .isEqualTo(new Schedule(ZoneId.of("Europe/Oslo"), LocalTime.of(6, 30)));
    assertThat(request.language()).isEqualTo("nb-NO");
    assertThat(request.format()).isEqualTo(LetterFormat.TEXT);
  }

  @Test
  void the_first_region_says_the_zone() {
    var request = Desk.request("ann@example.org", "regions", "toronto,malmo");
    assertThat(request.schedule().zone()).isEqualTo(ZoneId.of("America/Toronto"));
  }

  @Test
  void all_and_blank_fields_ask_for_everything() {
    var request = Desk.request("ann@example.org", "regions", "all", "kind", " ", "q", "");
    assertThat(request.selection()).isEqualTo(Selection.ALL);
  }

  @Test
  void every_problem_is_told_at_once() {
    assertThatThrownBy(
            () ->
                form.read(
                    Map.of(
                        "regions", List.of("malmoe", "!torronto"),
                        "kind", List.of("party"),
                        "topics", List.of("ships"),
                        "cadence", List.of("hourly"),
                        "time", List.of("25:00"),
                        "zone", List.of("+02:00"),
                        "language", List.of("x_y"),
                        "format", List.of("pdf"),
                        "q", List.of("?!"),
                        "colour", List.of("red"))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(422);
              assertThat(refused.problems())
                  .extracting(problem -> problem.pointer())
                  .containsExactlyInAnyOrder(
                      "/email",
                      "/regions/0",
                      "/regions/1",
                      "/kind",
                      "/topics/0",
                      "/cadence",
                      "/time",
                      "/zone",
                      "/language",
                      "/format",
                      "/q",
                      "/colour");
              assertThat(refused.getMessage())
                  .contains("/regions/0 there is no region \"malmoe\"; perhaps malmo")
                  .contains("/cadence is not one of");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann",
        "ann@",
        "@example.org",
        "ann@localhost",
        "ann@[127.0.0.1]",
        "ann@127.0.0.1",
        "\"ann b\"@example.org",
        "Ann <ann@example.org>",
        "ann@example.org,ben@example.org",
        "ann@example.org\r\nBcc: ben@example.org",
        "ann\n@example.org",
        "ann(a comment)@example.org",
        "@relay.example.org:ann@example.org",
        "a\u200bnn@example.org",
        "änn\u202e@example.org",
        "änn😀@example.org",
        "ann@exa mple.org",
        "ann@-example.org",
        "ann..b@example.org"
      })
  void what_is_no_plain_address_is_refused(String typed) {
    assertThatThrownBy(() -> Desk.request(typed.replace(",", ";"))).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ann@example.org, ann@example.org",
    "Ann.O'Neil+news@EXAMPLE.org, Ann.O'Neil+news@example.org",
    "ann@bücher.example.org, ann@xn--bcher-kva.example.org",
    "Øyvind.Åström@example.org, Øyvind.Åström@example.org",
    "a\u030asa@example.org, \u00e5sa@example.org",
    "用户@例え.example.org, 用户@xn--r8jz45g.example.org",
  })
  void plain_addresses_are_taken(String typed, String written) {
    assertThat(form.read(Map.of("email", List.of(typed))).email()).isEqualTo(written);
  }

  @Test
  void letters_beyond_ascii_are_refused_with_the_reason_where_the_mail_server_takes_none() {
    var ascii =
        new SubscriptionForm(
            new Places(), new Places.Subjects(), () -> Optional.of("it does not say SMTPUTF8"));
    assertThat(ascii.read(Map.of("email", List.of("ann@bücher.example.org"))).email())
        .isEqualTo("ann@xn--bcher-kva.example.org");
    assertThatThrownBy(() -> ascii.read(Map.of("email", List.of("åsa@example.org"))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("it does not say SMTPUTF8; give an address that has only a to z");
  }

  @Test
  void a_name_is_measured_in_bytes() {
    assertThat(Desk.request("å".repeat(32) + "@example.org").email()).startsWith("åå");
    assertThatThrownBy(() -> Desk.request("å".repeat(33) + "@example.org"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void an_address_that_is_too_long_is_refused() {
    assertThatThrownBy(() -> Desk.request("a".repeat(65) + "@example.org"))
        .isInstanceOf(Refused.class);
  }
}
