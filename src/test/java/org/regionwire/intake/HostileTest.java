package org.regionwire.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.news.Format;

/** Whatever comes, the answer is an item or a refusal, and it comes soon. */
class HostileTest {
  /** Far more than any of them needs, even on a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final int SIZE = 600_000;
  private static final String ENTRY = "<entry xmlns='http://www.w3.org/2005/Atom'><title>x</title>";

  private final Desk desk = new Desk();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>", "<b>", "<table><tr><td>", "<b><i><p>x", "<a href='http://a.b'>", "<", "</", "<!--",
        "<p><![CDATA[", "<p a=b ", "<script>", "<textarea>", "<p>&#", "<ul><li>", "</b>", "\u0301"
      })
  void hostile_content_is_answered_soon(String part) throws Exception {
    var content = "<p>a" + part.repeat(SIZE / part.length() / 2);
    byte[] body = new ObjectMapper().writeValueAsBytes(Map.of("title", "x", "content", content));
    soon(() -> answer(Format.JSON, body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">",
        "- ",
        "1. ",
        "[",
        "[a](",
        "![",
        "*a ",
        "*a_ ",
        "**",
        "`a``b",
        "a <b ",
        "a <!A ",
        "a <?",
        "a <!--",
        "a <!-->",
        "a <![CDATA[",
        "<a b='",
        "[a]: b\n",
        "[a][",
        "&",
        "[a](<b",
        "\\",
        "> - "
      })
  void hostile_markdown_is_answered_soon(String part) {
    var stretch = "a " + part.repeat(48_000 / part.length());
    var body = "# x\n\n" + (stretch + "\n\n").repeat(SIZE / 48_000);
    soon(() -> answer(Format.MARKDOWN, body.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"![|](b)", "*a **a |b** b*", "**|**", "> |"})
  void markdown_nested_deep_is_answered_soon(String nest) {
    String open = nest.substring(0, nest.indexOf('|'));
    String close = nest.substring(nest.indexOf('|') + 1);
    var body = "# x\n\n" + open.repeat(3_000) + "a" + close.repeat(3_000);
    soon(() -> answer(Format.MARKDOWN, body.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<a>", "<a b='c'/>", "<a xmlns:b='c'/>", "<!-- -->", "<![CDATA[x]]>", "x"})
  void hostile_xml_is_answered_soon(String part) {
    var body = ENTRY + part.repeat(SIZE / part.length()) + "</entry>";
    soon(() -> answer(Format.ATOM_ENTRY, body.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void random_and_damaged_bytes_give_an_item_or_a_refusal(Format format) {
    long seed = new SecureRandom().nextLong();
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 3_000; i++) {
      byte[] body = damaged(format, random, i % 10 == 0);
      assertThatCode(() -> answer(format, body)).as("seed %d", seed).doesNotThrowAnyException();
    }
  }

  private static byte[] damaged(Format format, RandomGenerator random, boolean wholly) {
    byte[] body = sample(format).getBytes(StandardCharsets.UTF_8);
    if (wholly) {
      random.nextBytes(body);
      return body;
    }
    for (int n = random.nextInt(1, 6); n > 0; n--) {
      int at = random.nextInt(body.length);
      body[at] = random.nextBoolean() ? (byte) random.nextInt() : body[random.nextInt(body.length)];
    }
    return body;
  }

  private static String sample(Format format) {
    return switch (format) {
      case JSON -> Samples.FULL;
      case ATOM_ENTRY ->
          ENTRY
              + "<content type='xhtml'><div><p>å</p></div></content><category term='ict'/></entry>";
      case MARKDOWN ->
          "---\ntitle: \"x: å\"\nregions: [malmo]\nevent: {start: 2026-05-02}\n---\n# a\n\n*b* [c](d)";
      case ICALENDAR ->
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:x å\r\n"
              + "DTSTART;TZID=Europe/Oslo:20260509T093000\r\nDURATION:PT1H\r\nGEO:1;2\r\n"
              + "DESCRIPTION:a\\nb\r\n c\r\nEND:VEVENT\r\nEND:VCALENDAR";
    };
  }

  private String answer(Format format, byte[] body) {
    try {
      var item = desk.accepts(Desk.submission(format, body));
      assertThat(item.content().orElse("")).doesNotContain("<script").doesNotContain("\u0000");
      return "item";
    } catch (Refused refused) {
      assertThat(refused.status()).isIn(List.of(400, 422));
      assertThat(refused.problems()).isNotEmpty();
      return "refused";
    }
  }

  private static void soon(Callable<String> answer) {
    Assertions.assertTimeoutPreemptively(SOON, answer::call);
  }
}
