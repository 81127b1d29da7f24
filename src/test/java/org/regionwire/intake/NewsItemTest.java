package org.regionwire.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;
import org.regionwire.news.Format;
import org.regionwire.news.ItemId;
import org.regionwire.news.Submission;

class NewsItemTest {
  private final Desk desk = new Desk();

  @Test
  void every_field_arrives() {
    var item = desk.accepts(Samples.FULL);
    assertThat(item.title()).isEqualTo("Öresund: kluster möts i Malmö");
    assertThat(item.language()).contains("sv-SE");
    assertThat(item.link())
        .contains(URI.create("https://xn--malm-8qa.example/nyheter/kl%C3%BCster?x=%C3%A5"));
    assertThat(item.author()).contains("Åsa Ek");
    assertThat(item.written()).contains(Instant.parse("2026-05-01T07:30:00Z"));
    assertThat(item.publishAt()).contains(Instant.parse("2026-05-03T00:00:00Z"));
    assertThat(item.regions()).containsExactly("malmo", "oresund-region");
    assertThat(item.topics()).containsExactly("ict", "life-sciences");
    assertThat(item.attachments()).hasSize(1);
    assertThat(item.image()).isPresent();
    assertThat(item.event())
        .contains(
            new Event(
                EventTime.parse("2026-05-20T09:30"),
                Optional.of(EventTime.parse("2026-05-20T16:00")),
                Optional.of(ZoneId.of("Europe/Stockholm")),
                Optional.of(
                    new Event.Place(
                        Optional.of("Malmö Live"),
                        Optional.of("Dag Hammarskjölds torg 2"),
                        Optional.of(55.6071),
                        Optional.of(12.9956))),
                Optional.of(URI.create("https://example.org/live")),
                Event.Status.TENTATIVE));
  }

  @Test
  void the_id_comes_from_the_senders_own_or_the_key_or_from_chance() {
    assertThat(desk.accepts("{\"title\": \"x\", \"id\": \"a\"}").id())
        .isEqualTo(ItemId.derivedFrom("desk", "id", "a"));
    byte[] body = "{\"title\": \"x\"}".getBytes(StandardCharsets.UTF_8);
    var keyed = new Submission("desk", "k", true, "hash", Desk.NOON, Format.JSON, body);
    assertThat(desk.accepts(keyed).id()).isEqualTo(ItemId.derivedFrom("desk", "key", "k"));
    assertThat(desk.accepts("{\"title\": \"x\"}").id())
        .isNotEqualTo(desk.accepts("{\"title\": \"x\"}").id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a\\u0000b\\u0001c\\ufffed\\uffff\\ud800e\\udc00\\u0085f\\u007f | abcde f",
        "\\ud83d\\ude00 ok | 😀 ok",
        "Malmo\\u0308 | Malmö",
        "  a \\r\\n\\t b\\u2028c  | a b c",
        "e\\ud800\\u0301 | é"
      })
  void titles_become_one_clean_line(String raw, String clean) {
    assertThat(desk.accepts("{\"title\": \"" + raw + "\"}").title()).isEqualTo(clean);
  }

  @Test
  void a_summary_keeps_its_lines() {
    assertThat(desk.accepts("{\"title\": \"x\", \"summary\": \" a\\r\\n\\tb\\u0007 \"}").summary())
        .contains("a\n\tb");
  }

  @Test
  void null_and_blank_fields_count_as_absent() {
    var item =
        desk.accepts("{\"title\": \"x\", \"link\": \"\", \"published\": null, \"event\": null}");
    assertThat(item.link()).isEmpty();
    assertThat(item.written()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Riga & Oslo\\n\\nb < c | <p>Riga &amp; Oslo</p><p>b &lt; c</p>",
        "<p onclick='x'>a<script>alert(1)</script></p> | <p>a</p>",
        "<img src=x onerror=alert(1)>a<b>b</b> | a<b>b</b>",
        "<a href='data:text/html,x'>a</a> <a href=' java\\u0000script:x'>b</a> | a b",
        "<img src='data:image/png;base64,AA' alt='x'>a<br> | <img alt=\"x\" />a<br />",
        "<a href='/relative'>a</a><a href='//b.c/'>b</a> | ab",
        "<a href='https://a.b/'>a</a> | <a href=\"https://a.b/\" rel=\"nofollow\">a</a>",
        "<style>p{}</style><p style='x' class='y'>a</p><iframe src='http://x.y'></iframe> | <p>a</p>",
        "<p>a\\u0000\\ufffe&#0;&#xfffe;&#xd800;b</p> | <p>ab</p>",
        "<h2>a</h2><ul><li>b<table><tr><td>c | <h2>a</h2><ul><li>b<table><tbody><tr><td>c</td></tr></tbody></table></li></ul>"
      })
  void content_is_made_safe(String content, String html) {
    assertThat(desk.accepts("{\"title\": \"x\", \"content\": \"" + content + "\"}").content())
        .contains(html);
  }
}
