package org.regionwire.digest.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.digest.mail.Encoding;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.ReturnAddresses;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;
import org.regionwire.news.Items;

class LetterWriterTest {
  private static final LetterLinks LINKS = new LetterLinks("0".repeat(26), "t", "m");
  private static final Instant NOW = Instant.parse("2026-03-03T07:00:00Z");

  private final LetterWriter writer =
      new LetterWriter(
          new Letterhead(
              "Regionwire",
              "digest@wire.example.org",
              new ReturnAddresses("bounce+{letter}@wire.example.org", what -> "0".repeat(16)),
              URI.create("https://wire.example.org")),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void events_come_first_by_their_date_then_news_with_the_newest_first() {
    var text =
        digest(
                pick(anItem().titled("Old news"), 1),
                pick(anEvent("2026-10-09").titled("Later event"), 2),
                pick(anEvent("2026-03-09T10:00").titled("Sooner event"), 3),
                pick(anItem().titled("New news"), 4))
            .text();
    assertThat(text)
        .containsSubsequence(
            "THIS WEEK", "Sooner event", "LATER EVENTS", "Later event", "NEWS", "New news", "Old");
  }

  @Test
  void entries_of_the_text_stand_apart() {
    var text = digest(pick(anItem().titled("One"), 1), pick(anItem().titled("Two"), 2)).text();
    assertThat(text).contains("\n\nNEWS\n====\n\nTwo\nFor: Malmö\nhttps", "\n\nOne\nFor: Malmö");
  }

  @Test
  void an_event_says_when_and_where() {
    var event =
        new Event(
            EventTime.parse("2027-10-09T09:30"),
            Optional.of(EventTime.parse("2027-10-09T17:00")),
            Optional.of(ZoneId.of("America/Toronto")),
            Optional.of(
                new Event.Place(
                    Optional.of("City Hall"),
                    Optional.of("100 Queen St W"),
                    Optional.empty(),
                    Optional.empty())),
            Optional.empty(),
            Event.Status.CANCELLED);
    var mail = digest(pick(anItem().with(event), 1));
    assertThat(mail.text())
        .contains("When: Cancelled: Saturday 9 October 2027, 09:30–17:00 (Toronto time)")
        .contains("Where: City Hall, 100 Queen St W");
    assertThat(mail.html().orElseThrow()).contains("City Hall, 100 Queen St W");
  }

  @Test
  void a_day_is_a_day_and_several_days_are_a_span() {
    var event =
        new Event(
            EventTime.parse("2026-10-09"),
            Optional.of(EventTime.parse("2026-10-11")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Event.Status.CONFIRMED);
    assertThat(digest(pick(anItem().with(event), 1)).text())
        .contains("When: Friday 9 October 2026 – Sunday 11 October 2026\n");
  }

  @Test
  void the_teaser_is_short_and_plain() {
    var text =
        digest(pick(anItem().saying("<p>Caf&eacute; &amp; bar</p><p>" + "word ".repeat(200)), 1))
            .text();
    assertThat(text).contains("Café & bar word").contains("word…").doesNotContain("<p>");
    assertThat(text.lines()).allMatch(line -> line.length() <= 281);
  }

  @Test
  void what_senders_wrote_is_text_in_html() {
    var html =
        digest(pick(anItem().titled("<script>alert('x')</script>").summed("a \" < & b"), 1))
            .html()
            .orElseThrow();
    assertThat(html).doesNotContain("<script>").contains("&lt;script").contains("a \" &lt; &amp;");
  }

  @Test
  void the_subject_names_a_few_regions_and_the_count() {
    var picks =
        List.of(
            new Pick(anItem().published(1, NOW), List.of("Malmö", "Oslo")),
            new Pick(anItem().published(2, NOW), List.of("Oslo", "Toronto", "Sheffield")));
    assertThat(
            writer
                .digest(to(true), LocalDate.parse("2026-03-03"), List.of(), picks, LINKS)
                .subject())
        .isEqualTo("Malmö, Oslo, Toronto and 1 more: 2 new items");
  }

  @Test
  void a_letter_can_be_ended_by_one_click() {
    assertThat(digest(pick(anItem(), 1)).headers())
        .containsEntry(
            "List-Unsubscribe",
            "<https://wire.example.org/unsubscribe/t>, <mailto:bounce+u"
                + "0".repeat(42)
                + "@wire.example.org?subject=unsubscribe>")
        .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        .containsEntry("List-Id", "Regionwire <digest.wire.example.org>")
        .containsEntry("Auto-Submitted", "auto-generated");
  }

  @Test
  void a_bounce_tells_which_letter_it_is_about() {
    assertThat(digest(pick(anItem(), 1)).sender())
        .isEqualTo("bounce+bletter1" + "0".repeat(16) + "@wire.example.org");
  }

  @Test
  void the_confirmation_is_no_list_mail_and_names_the_wishes() {
    var mail = writer.confirmation(to(true), "t");
    assertThat(mail.headers()).doesNotContainKey("List-Unsubscribe");
    assertThat(mail.text())
        .contains("https://wire.example.org/confirm/t", "- Events from Malmö", "08:00");
    assertThat(mail.html().orElseThrow()).contains("https://wire.example.org/confirm/t");
  }

  @Test
  void who_wants_text_gets_no_html() {
    var date = LocalDate.parse("2026-03-03");
    assertThat(writer.digest(to(false), date, List.of(), List.of(pick(anItem(), 1)), LINKS).html())
        .isEmpty();
  }

  @Test
  void however_much_is_new_the_letter_is_not_clipped() {
    for (int items : new int[] {100, 400, 3000}) {
      var picks =
          IntStream.range(0, items)
              .mapToObj(i -> pick(anItem().titled("Nr " + i + ".").summed("ö ".repeat(300)), i + 1))
              .toList();
      var mail = writer.digest(to(true), LocalDate.parse("2026-03-03"), List.of(), picks, LINKS);
      int bytes = Encoding.length(mail.html().orElseThrow());
      assertThat(bytes).isLessThanOrEqualTo(95_000).isGreaterThan(80_000);
      assertThat(mail.html().orElseThrow()).contains("/unsubscribe/t");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void five_hundred_items_are_all_linked(String language) {
    String title = language.equals("ru") ? "Новая набережная открыта " : "A new pier is open ";
    var picks =
        IntStream.range(0, 500)
            .mapToObj(i -> pick(anItem().in(language).titled(title.repeat(4) + i), i + 1))
            .toList();
    var mail = writer.digest(to(language), LocalDate.parse("2026-03-03"), List.of(), picks, LINKS);
    String html = mail.html().orElseThrow();
    assertThat(Encoding.length(html)).isLessThanOrEqualTo(95_000);
    for (var pick : picks) {
      assertThat(html).contains("/items/" + pick.published().id() + "\"");
      assertThat(mail.text()).contains("/items/" + pick.published().id() + "\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Malmö: 1 new item | Malmö: 2 new items | Malmö: 5 new items | Malmö: 21 new items | Tuesday 3 March 2026
          sv | Malmö: 1 nyhet | Malmö: 2 nyheter | Malmö: 5 nyheter | Malmö: 21 nyheter | tisdag 3 mars 2026
          da | Malmö: 1 nyhed | Malmö: 2 nyheder | Malmö: 5 nyheder | Malmö: 21 nyheder | tirsdag den 3. marts 2026
          nb | Malmö: 1 nyhet | Malmö: 2 nyheter | Malmö: 5 nyheter | Malmö: 21 nyheter | tirsdag 3. mars 2026
          fi | Malmö: 1 uutinen | Malmö: 2 uutista | Malmö: 5 uutista | Malmö: 21 uutista | tiistai 3. maaliskuuta 2026
          et | Malmö: 1 uudis | Malmö: 2 uudist | Malmö: 5 uudist | Malmö: 21 uudist | teisipäev, 3. märts 2026
          lv | Malmö: 1 jaunums | Malmö: 2 jaunumi | Malmö: 11 jaunumu | Malmö: 21 jaunums | otrdiena, 2026. gada 3. marts
          lt | Malmö: 1 naujiena | Malmö: 2 naujienos | Malmö: 11 naujienų | Malmö: 21 naujiena | 2026 m. kovo 3 d., antradienis
          pl | Malmö: 1 nowa wiadomość | Malmö: 2 nowe wiadomości | Malmö: 5 nowych wiadomości | Malmö: 21 nowych wiadomości | wtorek, 3 marca 2026
          de | Malmö: 1 neue Meldung | Malmö: 2 neue Meldungen | Malmö: 5 neue Meldungen | Malmö: 21 neue Meldungen | Dienstag, 3. März 2026
          ru | Malmö: 1 новость | Malmö: 2 новости | Malmö: 5 новостей | Malmö: 21 новость | вторник, 3 марта 2026
          """)
  void each_language_counts_and_dates_as_it_does(
      String language, String one, String two, String many, String twentyOne, String date) {
    for (String subject : List.of(one, two, many, twentyOne)) {
      int items = Integer.parseInt(subject.replaceAll("\\D", ""));
      var picks = IntStream.range(0, items).mapToObj(i -> pick(anItem(), i + 1)).toList();
      var mail =
          writer.digest(to(language), LocalDate.parse("2026-03-03"), List.of(), picks, LINKS);
      assertThat(mail.subject()).isEqualTo(subject);
      assertThat(mail.text()).startsWith("Regionwire – " + date);
      assertThat(mail.html().orElseThrow()).contains("<html lang=\"" + language + "\">");
    }
  }

  @Test
  void every_language_has_all_words_and_they_can_be_said() throws IOException {
    var english = words("en");
    for (String language : Wording.LANGUAGES) {
      var own = words(language);
      assertThat(own.keySet()).as(language).isEqualTo(english.keySet());
      for (String key : english.stringPropertyNames()) {
        String said = Wording.in(language).say(key, 1, 2);
        assertThat(said).as(language + " " + key).isNotBlank().doesNotContain("{");
        assertThat(own.getProperty(key).contains("{0}"))
            .as(language + " " + key)
            .isEqualTo(english.getProperty(key).contains("{0}"));
      }
    }
  }

  private static Properties words(String language) throws IOException {
    var words = new Properties();
    try (var in =
        new InputStreamReader(
            LetterWriterTest.class.getResourceAsStream("/letters/" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(in);
    }
    return words;
  }

  @Test
  void the_html_says_its_language_and_hides_its_tables_from_screen_readers() {
    var html = digest(pick(anItem().in("sv").titled("En bro"), 1)).html().orElseThrow();
    assertThat(html)
        .contains("<html lang=\"en\">")
        .contains("lang=\"sv\"")
        .contains("role=\"presentation\"")
        .contains("prefers-color-scheme: dark")
        .doesNotContain("@raw")
        .doesNotContain("font-size: 13px");
  }

  @Test
  void a_letter_for_an_hour_to_come_has_the_date_of_now() {
    var later =
        new Addressee(
            "letter1",
            NOW,
            NOW.plusSeconds(86_400),
            "ann@example.org",
            "en",
            true,
            Optional.empty(),
            List.of(),
            LocalTime.of(8, 0),
            ZoneId.of("Europe/Stockholm"));
    var picks = List.of(pick(anItem(), 1));
    assertThat(writer.digest(later, LocalDate.parse("2026-03-04"), List.of(), picks, LINKS).date())
        .isEqualTo(NOW);
  }

  @Test
  void an_event_has_a_link_to_its_calendar_and_news_have_none() {
    var mail = digest(pick(anEvent("2026-10-09"), 1));
    assertThat(mail.text()).contains("Add to your calendar: https://wire.example.org/items/");
    assertThat(mail.html().orElseThrow()).containsPattern("<a href=\"https://[^\"]+\\.ics\">Add");
    assertThat(digest(pick(anItem(), 1)).text()).doesNotContain(".ics");
  }

  private Mail digest(Pick... picks) {
    return writer.digest(to(true), LocalDate.parse("2026-03-03"), List.of(), List.of(picks), LINKS);
  }

  private static Pick pick(Items item, long sequence) {
    return new Pick(item.published(sequence, NOW), List.of("Malmö"));
  }

  private static Addressee to(boolean html) {
    return to("en", html);
  }

  private static Addressee to(String language) {
    return to(language, true);
  }

  private static Addressee to(String language, boolean html) {
    return new Addressee(
        "letter1",
        NOW,
        NOW,
        "ann@example.org",
        language,
        html,
        Optional.empty(),
        List.of("Events from Malmö"),
        LocalTime.of(8, 0),
        ZoneId.of("Europe/Stockholm"));
  }
}
