package org.regionwire.digest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regionwire.news.Ports;

class LetterCheckTest {
  @Test
  void a_letter_that_nobody_signed_is_told_of() {
    var check = new LetterCheck(Mails.to("ann@example.org"), Mails.UNSIGNED);
    assertThat(ill(check.look())).singleElement().asString().contains("not signed");
    assertThat(check.headers()).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  }

  @Test
  void a_mail_server_is_greeted_and_sent_nothing() {
    var greenMail = new GreenMail(MailServers.on(ServerSetup.PROTOCOL_SMTP));
    greenMail.start();
    greenMail.setUser("wire@example.org", "wire", "secret");
    int port = greenMail.getSmtp().getPort();
    assertThat(ill(new SmtpCheck("smtp://wire:secret@127.0.0.1:" + port).look())).isEmpty();
    assertThat(ill(new SmtpCheck("smtp://wire:wrong@127.0.0.1:" + port).look()))
        .singleElement()
        .asString()
        .contains("cannot be used")
        .doesNotContain("wrong");
    assertThat(greenMail.getReceivedMessages()).isEmpty();
    greenMail.stop();
  }

  @Test
  void nobody_there_is_told_of() throws Exception {
    assertThat(ill(new SmtpCheck("smtp://127.0.0.1:" + Ports.free()).look())).hasSize(1);
  }

  private static List<String> ill(List<Finding> findings) {
    return findings.stream().filter(one -> !one.well()).map(Finding::says).toList();
  }
}
