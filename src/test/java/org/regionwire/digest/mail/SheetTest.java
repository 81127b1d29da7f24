package org.regionwire.digest.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
  private static final Optional<String> CALENDAR = Optional.empty();
  private static final String MARK = "nobodyn0bodyn0bodyn0bodyn0.un-guess_able0123456789";
  private static final String OTHER = "nobodyn0bodyn0bodyn0bodyn0.3.other-mark.0123456789";
  private static final List<String> WORDS =
      List.of(MARK.replace('n', 'a').replace('0', '7'), OTHER.replace('n', 'b').replace('0', '8'));

  /** One in quoted-printable, one in base64, for whatever is left of a line or of three bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"plain ", "Smørrebrød ", "Новости дня "})
  void a_copy_says_what_the_sheet_says_with_the_readers_words(String filling) throws Exception {
    for (int shift = 0; shift < 80; shift++) {
      String text = page(filling, shift);
      var sheet = new Sheet(like(Optional.of("<p>" + text + "</p>"), text), List.of(MARK, OTHER));
      var copy = copy(sheet, "ben@example.org");
      var message = parsed(MimeLetter.bytes(copy));
      var parts = (MimeMultipart) message.getContent();
      assertThat(lines(parts.getBodyPart(0).getContent())).as("%s", shift).isEqualTo(copy.text());
      assertThat(lines(parts.getBodyPart(1).getContent())).isEqualTo(copy.html().orElseThrow());
      assertThat(copy.text()).contains(WORDS).doesNotContain(MARK, OTHER);
    }
  }

  @Test
  void a_copy_has_the_headers_of_its_reader_and_lines_that_every_server_takes() throws Exception {
    var sheet = new Sheet(like(Optional.empty(), page("Новости ", 3)), List.of(MARK, OTHER));
    var copy = copy(sheet, "ben@example.org");
    byte[] bytes = MimeLetter.bytes(copy);
    var message = parsed(bytes);
    assertThat(message.getHeader("To")).containsExactly("ben@example.org");
    assertThat(message.getHeader("Message-ID")).containsExactly("<letter2@wire.example.org>");
    assertThat(message.getHeader("Date")).containsExactly("Tue, 3 Mar 2026 07:03:20 +0000");
    assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<https://wire.test/ben>");
    assertThat(message.getSubject()).isEqualTo("Malmö – två");
    assertThat(lines(message.getContent())).isEqualTo(copy.text());
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1).lines())
        .allMatch(line -> line.length() <= 78 && line.chars().allMatch(letter -> letter < 128));
  }

  @Test
  void a_copy_for_an_address_beyond_ascii_has_its_headers_in_utf_8_and_its_body_as_all_others() {
    var sheet = new Sheet(like(Optional.empty(), page("Новости ", 3)), List.of(MARK, OTHER));
    var plain =
        new String(MimeLetter.bytes(copy(sheet, "asa@example.org")), StandardCharsets.UTF_8);
    var wide = new String(MimeLetter.bytes(copy(sheet, "åsa@example.org")), StandardCharsets.UTF_8);
    assertThat(wide).contains("\r\nTo: åsa@example.org\r\n", "\r\nSubject: Malmö – två\r\n");
    assertThat(plain).doesNotContain("Malmö");
    assertThat(wide.substring(wide.indexOf("\r\n\r\n")))
        .isEqualTo(plain.substring(plain.indexOf("\r\n\r\n")));
  }

  @Test
  void a_copy_with_a_calendar_has_it_beside_its_words() throws Exception {
    String text = page("Новости ", 5);
    var words = like(Optional.of("<p>" + text + "</p>"), text);
    var sheet =
        new Sheet(
            new Mail(
                words.id(),
                words.planned(),
                words.date(),
                words.sender(),
                words.fromName(),
                words.from(),
                words.to(),
                words.subject(),
                words.html(),
                words.text(),
                Optional.of("BEGIN:VCALENDAR\r\nSUMMARY:Å\r\n"),
                words.headers(),
                Optional.empty()),
            List.of(MARK, OTHER));
    var copy = copy(sheet, "ben@example.org");
    var all = (MimeMultipart) parsed(MimeLetter.bytes(copy)).getContent();
    var parts = (MimeMultipart) all.getBodyPart(0).getContent();
    assertThat(lines(parts.getBodyPart(0).getContent())).isEqualTo(copy.text());
    assertThat(lines(parts.getBodyPart(1).getContent())).isEqualTo(copy.html().orElseThrow());
    assertThat(all.getBodyPart(1).getContentType()).startsWith("text/calendar");
    byte[] calendar = all.getBodyPart(1).getInputStream().readAllBytes();
    assertThat(new String(calendar, StandardCharsets.UTF_8)).contains("\nSUMMARY:Å\r\n");
  }

  @Test
  void a_copy_is_what_the_mail_would_be_if_it_were_made_for_one_reader() {
    var sheet =
        new Sheet(like(Optional.of("<p>" + page("å", 1)), page("å", 1)), List.of(MARK, OTHER));
    var copy = copy(sheet, "ben@example.org");
    var alone =
        new Mail(
            sheet.like().id(),
            copy.planned(),
            copy.date(),
            copy.sender(),
            copy.fromName(),
            copy.from(),
            copy.to(),
            copy.subject(),
            copy.html(),
            copy.text(),
            copy.calendar(),
            copy.headers(),
            Optional.empty());
    assertThat(body(MimeLetter.bytes(copy))).isEqualTo(body(MimeLetter.bytes(alone)));
  }

  @Test
  void random_texts_survive() throws Exception {
    var random = new Random(4711);
    for (int round = 0; round < 200; round++) {
      var text = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        String some = "ab =.\n-é\u0416\u65b0_=3D--=_x.\n.";
        text.append(some.charAt(random.nextInt(some.length())));
        if (random.nextInt(15) == 0) {
          text.append(random.nextBoolean() ? MARK : OTHER);
        }
      }
      String all = text + "\n";
      var sheet = new Sheet(like(Optional.of(all), all), List.of(MARK, OTHER));
      var copy = copy(sheet, "ben@example.org");
      var parts = (MimeMultipart) parsed(MimeLetter.bytes(copy)).getContent();
      assertThat(lines(parts.getBodyPart(0).getContent())).isEqualTo(copy.text());
      assertThat(lines(parts.getBodyPart(1).getContent())).isEqualTo(copy.text());
    }
  }

  @Test
  void a_word_that_does_not_fit_is_refused() {
    var sheet = new Sheet(like(Optional.empty(), page("a", 0)), List.of(MARK, OTHER));
    assertThatThrownBy(() -> sheet.copy(List.of("short", OTHER)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sheet.copy(List.of(MARK.replace('n', 'é'), OTHER)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String page(String filling, int shift) {
    String link = "https://wire.test/";
    return "x".repeat(shift)
        + filling.repeat(30)
        + "\n"
        + link
        + MARK
        + "\n.\n"
        + filling.repeat(5)
        + link
        + OTHER
        + " and "
        + MARK
        + "\n";
  }

  private static Mail like(Optional<String> html, String text) {
    return new Mail(
        "edition",
        Mails.NOW,
        Mails.NOW,
        "bounce+edition@wire.example.org",
        "Öresund Wire",
        "digest@wire.example.org",
        "nobody@example.org",
        "Malmö – två",
        html,
        text,
        CALENDAR,
        Map.of("List-Unsubscribe", "<https://wire.test/nobody>"),
        Optional.empty());
  }

  private static Mail copy(Sheet sheet, String to) {
    var like = sheet.like();
    return new Mail(
        "letter2",
        Mails.NOW,
        Mails.NOW.plusSeconds(200),
        "bounce+letter2@wire.example.org",
        like.fromName(),
        like.from(),
        to,
        like.subject(),
        like.html(),
        like.text(),
        like.calendar(),
        Map.of("List-Unsubscribe", "<https://wire.test/ben>"),
        Optional.of(sheet.copy(WORDS)));
  }

  private static String body(byte[] mail) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    return text.substring(text.indexOf("\r\n\r\n"));
  }

  private static String lines(Object content) {
    return ((String) content).replace("\r\n", "\n");
  }

  private static MimeMessage parsed(byte[] bytes) throws Exception {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }
}
