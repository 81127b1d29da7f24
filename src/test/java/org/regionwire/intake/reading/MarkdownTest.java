package org.regionwire.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.intake.Desk;
import org.regionwire.news.Format;

class MarkdownTest {
  private final Desk desk = new Desk();

  @Test
  void front_matter_and_body_are_read() {
    var item =
        desk.accepts(
            Format.MARKDOWN,
            """
            ---
            id: spb-1
            title: Семинар в Санкт-Петербурге
            language: ru
            published: 2026-05-01
            author: Анна Иванова
            regions: [st-petersburg, LV-RIX]
            topics:
              - ict
            event:
              start: 2026-06-13
              end: 2026-06-15
              place: {name: Смольный, lat: 59.9465, lon: 30}
            ---
            Первый *абзац* со [ссылкой](https://example.org/) и <b>тегом</b>.

            # Заголовок
            """);
    assertThat(item.title()).isEqualTo("Семинар в Санкт-Петербурге");
    assertThat(item.event()).isPresent();
    assertThat(item.author()).contains("Анна Иванова");
    assertThat(item.regions()).containsExactly("st-petersburg", "riga");
    assertThat(item.event().orElseThrow().place().orElseThrow().lat()).contains(59.9465);
    assertThat(item.content().orElseThrow())
        .startsWith("<p>Первый <em>абзац</em> со <a href=\"https://example.org/\"")
        .contains("<b>тегом</b>")
        .endsWith("<h1>Заголовок</h1>");
  }

  @Test
  void without_a_title_in_front_the_first_heading_is_the_title() {
    var item = desk.accepts(Format.MARKDOWN, "# Nytt om *kluster* & `kod`\n\nText på svenska.\n");
    assertThat(item.title()).isEqualTo("Nytt om kluster & kod");
    assertThat(item.content()).contains("<p>Text på svenska.</p>");
  }

  @Test
  void front_matter_is_taken_as_it_is_written() {
    var item = desk.accepts(Format.MARKDOWN, "---\ntitle: 2007\nlanguage: no\nsummary: yes\n---\n");
    assertThat(item.title()).isEqualTo("2007");
    assertThat(item.language()).contains("no");
    assertThat(item.summary()).contains("yes");
  }

  @Test
  void tags_and_addresses_in_a_paragraph_are_known_and_other_brackets_are_text() {
    var body = "---\ntitle: x\n---\n<https://a.b/c> <m@a.b> 1 < 2 > 1 <sub>2</sub> <javascript:x>";
    assertThat(desk.accepts(Format.MARKDOWN, body).content().orElseThrow())
        .contains("<a href=\"https://a.b/c\" rel=\"nofollow\">https://a.b/c</a>")
        .contains("mailto:m")
        .contains("1 &lt; 2 &gt; 1 <sub>2</sub>")
        .doesNotContain("href=\"javascript");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title: a\\ntitle: b| line 3: the field title is there twice",
        "a: &x [1]\\nb: *x| line 2: anchors and aliases are not taken",
        "a: *x| line 2: anchors and aliases are not taken",
        "title: !!javax.script.ScriptEngineManager [x]| line 2: tags (!) are not taken",
        "title: a\\nsummary: a: b| line 3: mapping values are not allowed here",
        "title: a\\n\\n\\tb: c| line 4",
        "- a| line 2: it is not a list of fields",
        "? [a]\\n: b| line 2: a field's name must be text"
      })
  void bad_front_matter_is_said_with_its_line(String yaml, String said) {
    var body = "---\n" + yaml.translateEscapes() + "\n---\ntext";
    var refused = desk.refuses(Format.MARKDOWN, body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused).hasMessageContaining(said);
  }

  @Test
  void front_matter_has_an_end_and_no_content_beside_the_body() {
    assertThat(desk.refuses(Format.MARKDOWN, "---\ntitle: x\n")).hasMessageContaining("no closing");
    assertThat(desk.refuses(Format.MARKDOWN, "---\ncontent: x\n---\ny"))
        .hasMessageContaining("choose one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void front_matter_nested_deep_is_refused(String opening) {
    var refused = desk.refuses(Format.MARKDOWN, "---\na: \n " + opening.repeat(10_000) + "\n---\n");
    assertThat(refused).hasMessageContaining("nested more than 50 deep");
  }
}
