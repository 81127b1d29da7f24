package org.regionwire.digest.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes mails for tests. */
final class Mails {
  static final Instant NOW = Instant.parse("2026-03-03T07:00:00Z");

  static final DkimSigner UNSIGNED = new DkimSigner(List.of());

  private Mails() {}

  static Mail to(String address) {
    return mail("letter1", address, "Malmö, Øresund: 2 nye – 新しい");
  }

  static Mail withCalendar(String calendar) {
    var bare = to("ann@example.org");
    return new Mail(
        bare.id(),
        bare.planned(),
        bare.date(),
        bare.sender(),
        bare.fromName(),
        bare.from(),
        bare.to(),
        bare.subject(),
        bare.html(),
        bare.text(),
        Optional.of(calendar),
        bare.headers(),
        Optional.empty());
  }

  static Mail mail(String id, String address, String subject) {
    return new Mail(
        id,
        NOW,
        NOW.plusSeconds(90),
        "bounce+" + id + "@wire.example.org",
        "Öresund Wire",
        "digest@wire.example.org",
        address,
        subject,
        Optional.of("<p>Smørrebrød " + "å".repeat(2000) + "</p>\n.\n"),
        "Smørrebrød " + "å".repeat(2000) + "\n.\nFrom here\n",
        Optional.empty(),
        Map.of(
            "List-Unsubscribe",
                "<https://wire.example.org/unsubscribe/t>, <mailto:bounce+u1@wire.example.org>",
            "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        Optional.empty());
  }
}
