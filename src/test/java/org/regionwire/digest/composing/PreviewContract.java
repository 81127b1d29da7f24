package org.regionwire.digest.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regionwire.archive.Database;
import org.regionwire.digest.Desk;
import org.regionwire.digest.LetterFormat;
import org.regionwire.digest.books.JdbiAudience;
import org.regionwire.digest.books.JdbiAudience.Group;
import org.regionwire.digest.composing.Previewing.Next;
import org.regionwire.digest.mail.Outcome;
import org.regionwire.news.Change;
import org.regionwire.news.Items;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/** What is shown of letters before they go out, whatever database keeps the ledger. */
abstract class PreviewContract {
  private static final String ANN = "ann@example.org";
  private static final String BOB = "bob@example.org";
  private static final String EIGHT = "2026-03-03T07:00:00Z";
  private static final Selection MALMO = Selection.region("malmo");

  private Database database;
  private Desk desk;
  private Previewing previewing;
  private JdbiAudience audience;

  abstract Database open();

  abstract boolean isSqlite();

  @BeforeEach
  void open_an_empty_desk() {
    database = open();
    desk = new Desk(database);
    previewing = new Previewing(database, desk.archive, desk.contents, desk.clock);
    audience = new JdbiAudience(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_preview_says_what_then_goes_out() {
    String[] chosen = {"zone", "Europe/Stockholm", "language", "sv"};
    desk.subscribes(ANN, chosen[0], chosen[1], chosen[2], chosen[3], "regions", "malmo");
    desk.subscribes(
        ANN,
        chosen[0],
        chosen[1],
        chosen[2],
        chosen[3],
        "regions",
        "toronto",
        "cadence",
        "immediate");
    desk.works("2026-03-02T10:00:00Z");
    var bridge = publishes("A bridge", "malmo");
    publishes("A tower", "toronto");
    publishes("A tunnel", "elsewhere");
    var shown = previewing.next(ANN).preview().orElseThrow();
    assertThat(shown.at()).isEqualTo(EIGHT);
    assertThat(shown.items()).isEqualTo(2);
    desk.worksAtOnce(EIGHT);
    assertThat(withoutLinks(shown.text())).isEqualTo(withoutLinks(desk.lastTo(ANN).text()));
    assertThat(shown.subject()).isEqualTo(desk.lastTo(ANN).subject());
    assertThat(shown.html().map(PreviewContract::withoutLinks))
        .isEqualTo(desk.lastTo(ANN).html().map(PreviewContract::withoutLinks));

    assertThat(previewing.next(ANN).next()).isEqualTo(Next.NOTHING);
    desk.withdraws(bridge);
    var told = previewing.next(ANN).preview().orElseThrow();
    assertThat(told.text()).contains("A bridge").doesNotContain("A tower");
    desk.worksAtOnce("2026-03-04T07:00:00Z");
    assertThat(withoutLinks(told.text())).isEqualTo(withoutLinks(desk.lastTo(ANN).text()));
  }

  @Test
  void the_next_letter_is_the_one_that_waits_and_what_came_since() {
    desk.subscribes(ANN, "regions", "malmo");
    publishes("A bridge", "malmo");
    desk.tray.nextAnswers(Outcome.Kind.DEFERRED);
    desk.worksAtOnce(EIGHT);
    publishes("A tower", "malmo");
    assertThat(previewing.next(ANN).preview().orElseThrow().text()).contains("A bridge", "A tower");
  }

  @Test
  void who_pauses_gets_the_next_letter_after_the_pause() {
    desk.subscribes(ANN, "regions", "malmo");
    publishes("A bridge", "malmo");
    desk.worksAtOnce(EIGHT);
    var until = LocalDate.parse("2026-03-20");
    desk.management.pause(Desk.manageToken(desk.lastTo(ANN)), until);
    publishes("A tower", "malmo");
    assertThat(previewing.next(ANN).preview().orElseThrow().at())
        .isAfter(Instant.parse("2026-03-19T12:00:00Z"));
  }

  @Test
  void a_stranger_and_one_who_left_get_no_letter() {
    assertThat(previewing.next(ANN).next()).isEqualTo(Next.UNKNOWN);
    desk.asks(ANN, "regions", "malmo");
    assertThat(previewing.next(ANN).next()).isEqualTo(Next.UNKNOWN);
    desk.subscribes(BOB, "regions", "malmo");
    publishes("A bridge", "malmo");
    desk.worksAtOnce(EIGHT);
    desk.leaving.unsubscribe(Desk.unsubscribeToken(desk.lastTo(BOB)));
    assertThat(previewing.next(BOB).next()).isEqualTo(Next.UNKNOWN);
  }

  @Test
  void the_links_of_a_preview_are_dead() {
    desk.subscribes(ANN, "regions", "malmo");
    publishes("A bridge", "malmo");
    for (var preview : List.of(previewing.next(ANN).preview(), ofMalmo("en"))) {
      String text = preview.orElseThrow().text();
      String html = preview.orElseThrow().html().orElseThrow();
      assertThat(List.of(text, html))
          .allSatisfy(
              body ->
                  assertThat(body)
                      .contains("/unsubscribe/dead-in-a-preview", "/manage/dead-in-a-preview"));
    }
    assertThat(desk.leaving.unsubscribable("dead-in-a-preview")).isEmpty();
    assertThat(desk.management.see("dead-in-a-preview")).isEmpty();
  }

  @Test
  void a_preview_writes_nothing() {
    desk.subscribes(ANN, "regions", "malmo", "calendar", "yes");
    desk.subscribes(BOB, "regions", "malmo", "cadence", "immediate");
    var bridge = publishes("A bridge", "malmo");
    desk.worksAtOnce(EIGHT);
    desk.corrects(
        bridge, anItem().titled("A long bridge").about("malmo"), Change.What.MATERIAL, "longer");
    publishes("A tower", "malmo");
    desk.clock.passes(Duration.ofDays(2));
    var before = Rows.all(database, isSqlite());
    assertThat(before.get("letter")).isNotEmpty();
    assertThat(previewing.next(ANN).preview()).isPresent();
    assertThat(previewing.next(BOB).preview()).isPresent();
    assertThat(ofMalmo("fi")).isPresent();
    assertThat(previewing.of(bridge, "en", LetterFormat.TEXT)).isPresent();
    assertThat(audience.of(bridge).people()).isEqualTo(2);
    assertThat(audience.of(MALMO).people()).isEqualTo(2);
    assertThat(Rows.all(database, isSqlite())).isEqualTo(before);
    assertThat(desk.tray.to(ANN)).hasSize(2);
    desk.worksAtOnce("2026-03-06T07:00:00Z");
    assertThat(desk.lastTo(ANN).text()).contains("A long bridge", "A tower");
    assertThat(Rows.all(database, isSqlite())).as("this one can see a change").isNotEqualTo(before);
  }

  @Test
  void a_selection_is_shown_as_far_back_as_asked_in_any_language() {
    publishes("A bridge", "malmo");
    desk.clock.passes(Duration.ofDays(10));
    assertThat(ofMalmo("en")).isEmpty();
    publishes("A tower", "malmo");
    publishes("A tunnel", "elsewhere");
    assertThat(ofMalmo("de").orElseThrow())
        .satisfies(
            letter -> {
              assertThat(letter.items()).isOne();
              assertThat(letter.text()).contains("A tower", "Abbestellen");
              assertThat(letter.to()).isEmpty();
            });
    assertThat(previewing.of(MALMO, Duration.ofDays(11), "en", LetterFormat.TEXT).orElseThrow())
        .satisfies(
            letter -> {
              assertThat(letter.text()).contains("A bridge", "A tower").doesNotContain("A tunnel");
              assertThat(letter.html()).isEmpty();
            });
  }

  @Test
  void those_who_ask_for_an_item_are_counted_by_language_and_cadence() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.subscribes(ANN, "regions", "malmo,toronto", "cadence", "weekly");
    desk.subscribes(BOB, "regions", "malmo", "language", "sv", "cadence", "weekly");
    desk.subscribes("eve@example.org", "regions", "toronto");
    desk.asks("pat@example.org", "regions", "malmo");
    var bridge = publishes("A bridge", "malmo");
    assertThat(audience.of(bridge).people()).isEqualTo(2);
    assertThat(audience.of(bridge).next()).isEqualTo(2);
    assertThat(audience.of(bridge).groups())
        .containsExactlyInAnyOrder(
            new Group("en", "daily", 1),
            new Group("en", "weekly", 1),
            new Group("sv", "weekly", 1));
    desk.worksAtOnce(EIGHT);
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(audience.of(bridge).next()).as("ann has got it").isEqualTo(1);
    assertThat(audience.of(MALMO).people()).isEqualTo(2);
    assertThat(audience.of(publishes("A tunnel", "elsewhere")).groups()).isEmpty();
  }

  private PublishedItem publishes(String title, String region) {
    Items item = anItem().titled(title).about(region).receivedAt(desk.clock.instant());
    return desk.publishes(item);
  }

  private Optional<Preview> ofMalmo(String language) {
    return previewing.of(MALMO, Duration.ofDays(7), language, LetterFormat.HTML);
  }

  private static String withoutLinks(String body) {
    return body.replaceAll("/(unsubscribe|manage)/[\\w.-]+", "/$1/");
  }
}
