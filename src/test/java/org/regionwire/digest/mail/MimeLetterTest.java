package org.regionwire.digest.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MimeLetterTest {
  @Test
  void a_letter_can_be_read_back() throws Exception {
    var mail = Mails.to("ann@example.org");
    var message = parsed(MimeLetter.bytes(mail));
    assertThat(message.getSubject()).isEqualTo(mail.subject());
    assertThat(message.getFrom()[0])
        .isEqualTo(new InternetAddress("digest@wire.example.org", "Öresund Wire", "UTF-8"));
    assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("ann@example.org"));
    assertThat(message.getMessageID()).isEqualTo("<letter1@wire.example.org>");
    assertThat(message.getSentDate()).isEqualTo(Date.from(mail.date()));
    assertThat(message.getHeader("Date")).containsExactly("Tue, 3 Mar 2026 07:01:30 +0000");
    assertThat(message.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    var parts = (MimeMultipart) message.getContent();
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
    assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
    assertThat(lines(parts.getBodyPart(0).getContent())).isEqualTo(mail.text());
    assertThat(lines(parts.getBodyPart(1).getContent())).isEqualTo(mail.html().orElseThrow());
  }

  @Test
  void its_bytes_are_ascii_in_lines_that_every_server_takes() {
    var bytes = MimeLetter.bytes(Mails.to("ann@example.org"));
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text.chars()).allMatch(character -> character < 128);
    assertThat(text.lines()).allMatch(line -> line.length() <= 998);
    assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
  }

  @Test
  void the_same_mail_gives_the_same_bytes() {
    var mail = Mails.to("ann@example.org");
    assertThat(MimeLetter.bytes(mail)).isEqualTo(MimeLetter.bytes(mail));
  }

  @Test
  void a_text_letter_has_one_part() throws Exception {
    var both = Mails.to("ann@example.org");
    var text =
        new Mail(
            both.id(),
            both.planned(),
            both.date(),
            both.sender(),
            both.fromName(),
            both.from(),
            both.to(),
            both.subject(),
            Optional.empty(),
            both.text(),
            Optional.empty(),
            Map.of(),
            Optional.empty());
    var message = parsed(MimeLetter.bytes(text));
    assertThat(message.isMimeType("text/plain")).isTrue();
    assertThat(lines(message.getContent())).isEqualTo(text.text());
  }

  @Test
  void a_calendar_is_a_file_beside_the_words() throws Exception {
    var message = parsed(MimeLetter.bytes(Mails.withCalendar("BEGIN:VCALENDAR\r\nå\r\n")));
    var all = (Multipart) message.getContent();
    assertThat(message.isMimeType("multipart/mixed")).isTrue();
    assertThat(all.getBodyPart(0).isMimeType("multipart/alternative")).isTrue();
    var calendar = all.getBodyPart(1);
    assertThat(calendar.getContentType()).startsWith("text/calendar; charset=UTF-8");
    assertThat(calendar.getDisposition()).isEqualTo("attachment");
    assertThat(calendar.getFileName()).isEqualTo("events.ics");
    assertThat(new String(calendar.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("BEGIN:VCALENDAR\r\nå\r\n");
  }

  @Test
  void a_long_header_is_folded_between_its_words() throws Exception {
    var raw = new String(MimeLetter.bytes(Mails.to("ann@example.org")), StandardCharsets.US_ASCII);
    assertThat(raw)
        .contains("List-Unsubscribe: <https://wire.example.org/unsubscribe/t>,\r\n <mailto:");
  }

  @Test
  void no_header_can_start_another() {
    assertThatThrownBy(() -> Mails.mail("l", "ann@example.org", "Hello\r\nBcc: ben@example.org"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Mails.mail("l", "ann@example.org\nBcc: b@example.org", "Hello"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String lines(Object content) {
    return ((String) content).replace("\r\n", "\n");
  }

  private static MimeMessage parsed(byte[] bytes) throws Exception {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }
}
