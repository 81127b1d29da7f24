package org.regionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutsideAddressTest {
  @Test
  void name_and_password_are_decoded_and_told_to_nobody() {
    var address = OutsideAddress.parse("tcp://wire:a%2Fb+c%40d@broker.example:61616");
    assertThat(address.user()).contains("wire");
    assertThat(address.password()).contains("a/b+c@d");
    assertThat(address.url("broker.example:61616"))
        .doesNotContain("a/b")
        .startsWith("tcp://broker.example:61616?");
    assertThat(address).hasToString("tcp://broker.example:61616");
  }

  @Test
  void a_pair_is_two_places() {
    var address = OutsideAddress.parse("tcp://one:61616,two:61617?sslEnabled=true");
    assertThat(address.places()).containsExactly("one:61616", "two:61617");
    assertThat(address.url("two:61617")).startsWith("tcp://two:61617?").contains("sslEnabled=true");
  }

  @Test
  void what_keeps_promises_cannot_be_switched_off_and_what_is_a_matter_of_taste_can() {
    var url =
        OutsideAddress.parse("tcp://one:1?blockOnDurableSend=false&connectionTTL=60000")
            .url("one:1");
    assertThat(url).contains("blockOnDurableSend=true").contains("connectionTTL=60000");
  }

  @Test
  void what_is_none_is_refused_without_its_password() {
    for (String wrong : new String[] {"embeded", "tcp://u:secret@host", "http://u:secret@h:1"}) {
      assertThatThrownBy(() -> OutsideAddress.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("tcp://<user>")
          .hasMessageNotContaining("secret");
    }
  }
}
