package org.regionwire.digest.mail.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.digest.mail.ReturnAddresses;
import org.regionwire.digest.mail.ReturnAddresses.Mark;
import org.regionwire.digest.mail.ReturnAddresses.Purpose;
import org.regionwire.digest.mail.returned.Returned.Kind;
import org.regionwire.digest.mail.returned.Status.Meaning;
import org.regionwire.news.ItemId;

/** Reads what servers and people write, as they write it. */
class ReturnedMailTest {
  private static final Mark LETTER = new Mark(Purpose.BOUNCE, ItemId.derivedFrom("letter").value());
  private static final Mark PERSON = new Mark(Purpose.LEAVE, ItemId.derivedFrom("person").value());

  private final ReturnAddresses addresses = addresses("secret");
  private final ReturnedMail reader = new ReturnedMail(addresses);

  private static ReturnAddresses addresses(String secret) {
    return new ReturnAddresses(
        "bounce+{letter}@wire.example.org", what -> ItemId.derivedFrom(secret, what).value());
  }

  @ParameterizedTest
  @CsvSource({
    "postfix-unknown, 5.1.1, NO_SUCH_ADDRESS",
    "postfix-no-host, 5.4.4, MAY_PASS",
    "postfix-expired, 4.4.1, MAY_PASS",
    "exim-unknown, 5.1.1, NO_SUCH_ADDRESS",
    "exim-old, 5.2.2, MAY_PASS",
    "exchange-unknown, 5.1.10, NO_SUCH_ADDRESS",
    "exchange-full, 5.2.2, MAY_PASS",
    "outlook-blocked, 5.7.1, NOT_WANTED",
    "gmail-unknown, 5.1.1, NO_SUCH_ADDRESS",
    "gmail-spam, 5.7.26, NOT_WANTED",
    "qmail, 5.1.1, NO_SUCH_ADDRESS",
    "qmail-full, 5.2.2, MAY_PASS",
    "yahoo-words, 5.1.1, NO_SUCH_ADDRESS",
    "only-three-digits, 5.0.0, MAY_PASS",
    "cut-short, 5.1.1, NO_SUCH_ADDRESS",
  })
  void a_bounce_says_whose_letter_it_was_and_why(String file, String status, Meaning meaning)
      throws IOException {
    var returned = read(file);
    assertThat(returned.kind()).as(returned.words()).isEqualTo(Kind.FAILED);
    assertThat(returned.status().map(Status::toString)).contains(status);
    assertThat(returned.status().map(Status::meaning)).contains(meaning);
    assertThat(returned.marks()).startsWith(LETTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postfix-delayed",
        "exim-warning",
        "not-spam",
        "out-of-office",
        "out-of-office-old",
        "out-of-office-to-leave"
      })
  void of_what_programs_say_without_need_nothing_follows(String file) throws IOException {
    assertThat(read(file).kind()).isEqualTo(Kind.AUTOMATIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-person", "broken-boundary", "no-reason"})
  void what_cannot_be_understood_is_for_a_person(String file) throws IOException {
    assertThat(read(file).kind()).isEqualTo(Kind.UNCLEAR);
  }

  @Test
  void a_complaint_says_who_complains_even_without_an_address() throws IOException {
    var complaint = read("complaint");
    assertThat(complaint.kind()).isEqualTo(Kind.COMPLAINT);
    assertThat(complaint.marks()).containsExactly(PERSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"leave", "leave-by-subject"})
  void a_mail_can_end_letters(String file) throws IOException {
    var leave = read(file);
    assertThat(leave.kind()).isEqualTo(Kind.LEAVE);
    assertThat(leave.marks()).containsExactly(PERSON);
  }

  @Test
  void a_forged_bounce_is_about_nobody() throws IOException {
    assertThat(read("forged").marks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "550 5.1.1 no such user, 5.1.1",
    "550 #5.1.0 Address rejected., 5.1.0",
    "552 mailbox full, 5.2.2",
    "452 try later, 4.2.2",
    "550 5.0.0 <ann@example.org>: Recipient address rejected: User unknown, 5.1.1",
    "550 Blocked by policy; user unknown, 5.7.1",
    "421 4.7.0 come back later, 4.7.0",
    "host 192.5.1.1 said: 451 later, 4.0.0",
    "version 5.1.1.7 of the server, ''",
    "all is well, ''",
  })
  void words_of_servers_have_a_meaning(String words, String status) {
    assertThat(StatusWords.in(words).map(Status::toString))
        .isEqualTo(Optional.of(status).filter(some -> !some.isEmpty()));
  }

  @Test
  void whatever_is_cut_or_garbled_is_read_without_a_failure() throws IOException {
    var random = new Random(7);
    byte[] whole = text("gmail-unknown").getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < 500; i++) {
      byte[] broken = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
      for (int j = 0; j < broken.length / 50; j++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      assertThat(reader.read(broken)).isNotNull();
    }
  }

  private Returned read(String file) throws IOException {
    return reader.read(text(file).getBytes(StandardCharsets.UTF_8));
  }

  private String text(String file) throws IOException {
    String leave = addresses.toLeave(PERSON.id());
    try (var in = ReturnedMailTest.class.getResourceAsStream("/returned/" + file + ".eml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("\n", "\r\n")
          .replace("{bounce}", addresses.ofLetter(LETTER.id()))
          .replace("{forged}", addresses("guessed").ofLetter(LETTER.id()))
          .replace("{leave}", leave)
          .replace("{leaveto}", leave.replace("mailto:", "").replaceFirst("\\?.*", ""))
          .replace("{leavemark}", leave.replaceFirst(".*\\+", "").replaceFirst("@.*", ""));
    }
  }
}
