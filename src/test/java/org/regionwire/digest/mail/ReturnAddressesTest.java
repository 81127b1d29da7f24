package org.regionwire.digest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.regionwire.digest.mail.ReturnAddresses.Mark;
import org.regionwire.digest.mail.ReturnAddresses.Purpose;
import org.regionwire.news.ItemId;

class ReturnAddressesTest {
  private static final String LETTER = ItemId.derivedFrom("letter").value();
  private static final String PERSON = ItemId.derivedFrom("person").value();

  private final ReturnAddresses ours = addresses("bounce+{letter}@example.org", "secret");

  private static ReturnAddresses addresses(String pattern, String secret) {
    return new ReturnAddresses(pattern, what -> ItemId.derivedFrom(secret, what).value());
  }

  @Test
  void what_comes_back_tells_whose_letter_it_was() {
    assertThat(ours.in("To: <" + ours.ofLetter(LETTER) + ">"))
        .containsExactly(new Mark(Purpose.BOUNCE, LETTER));
    assertThat(ours.in(ours.toLeave(PERSON))).containsExactly(new Mark(Purpose.LEAVE, PERSON));
  }

  @Test
  void the_name_of_an_address_is_as_short_as_mail_allows() {
    var address = ours.ofLetter(LETTER);
    assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
  }

  @Test
  void servers_may_change_its_case() {
    assertThat(ours.in(ours.ofLetter(LETTER).toUpperCase(Locale.ROOT))).hasSize(1);
  }

  @Test
  void nobody_else_can_make_one() {
    var theirs = addresses("bounce+{letter}@example.org", "another secret");
    assertThat(ours.in(theirs.ofLetter(LETTER))).isEmpty();
    var other = ItemId.derivedFrom("of someone else").value();
    assertThat(ours.in(ours.ofLetter(LETTER).replace(LETTER, other))).isEmpty();
  }

  @Test
  void a_letters_mark_does_not_make_anyone_leave() {
    assertThat(ours.in(ours.ofLetter(LETTER).replace("+b", "+u"))).isEmpty();
  }

  @Test
  void without_a_place_in_the_address_the_subject_tells_who_leaves() {
    var plain = addresses("bounce@example.org", "secret");
    assertThat(plain.ofLetter(LETTER)).isEqualTo("bounce@example.org");
    assertThat(plain.toLeave(PERSON))
        .startsWith("mailto:bounce@example.org?subject=unsubscribe%20");
    assertThat(plain.in(plain.toLeave(PERSON).replace("%20", " ")))
        .containsExactly(new Mark(Purpose.LEAVE, PERSON));
  }
}
