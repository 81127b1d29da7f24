package org.regionwire.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.regionwire.intake.Problem;

class FormPageTest extends PageFixture {
  @Test
  void the_form_keeps_what_was_typed_and_says_what_is_wrong_beside_it() {
    var typed =
        Map.of(
            "email", List.of("ann@\"example"),
            "regions", List.of("malmo", "oslo"),
            "kind", List.of("event"),
            "topics", List.of("ict"),
            "time", List.of("25:00"),
            "zone", List.of("Mars/Base"),
            "format", List.of("text"));
    var page =
        pages.subscribe(
            typed,
            List.of(
                new Problem("/email", "is not an address"),
                new Problem("/time", "is not a time"),
                new Problem("/zone", "is unknown"),
                new Problem("/regions/1", "holds an unknown region: osl"),
                new Problem("", "too many tries today")));
    assertThat(page)
        .contains(
            "value=\"ann@&#34;example\" aria-invalid=\"true\" aria-describedby=\"email-problems\"")
        .containsPattern("id=\"email-problems\">\\s*<li>The email address is not an address</li>")
        .containsPattern("id=\"time-problems\">\\s*<li>The time is not a time</li>")
        .containsPattern("id=\"regions-problems\">\\s*<li>The choice of regions holds an unknown")
        .contains("<a href=\"#zone\">The time zone is unknown</a>", "<li>Too many tries today</li>")
        .contains("value=\"malmo\" checked", "value=\"oslo\" checked", "value=\"ict\" checked")
        .contains("value=\"event\" checked", "value=\"text\" checked", "value=\"25:00\"")
        .contains("<option value=\"Mars/Base\" selected>")
        .doesNotContain("value=\"riga\" checked");
    assertThat(page.split(" selected>", -1)).as("cadence, weekday, zone, language").hasSize(5);
  }

  @Test
  void the_zone_is_that_of_the_region_or_that_of_most_regions() {
    assertThat(pages.subscribe(Map.of("regions", List.of("oslo")), List.of()))
        .contains("<option value=\"Europe/Oslo\" selected>");
    assertThat(pages.subscribe(Map.of(), List.of()))
        .contains("<option value=\"Europe/Stockholm\" selected>");
  }

  @Test
  void only_a_button_confirms_or_unsubscribes() {
    assertThat(pages.letters().confirm("a/b c", "One letter a day."))
        .contains("<form method=\"post\" action=\"/confirm/a%2Fb+c\">", "One letter a day.");
    assertThat(pages.letters().unsubscribe("tok_en-1", "One letter a day."))
        .contains("<form method=\"post\" action=\"/unsubscribe/tok_en-1\">", "noindex");
  }
}
