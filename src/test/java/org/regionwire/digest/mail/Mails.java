package org.regionwire.digest.mail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Makes mails for tests. */
final class Mails {
  static final Instant NOW = Instant.parse("2026-03-03T07:00:00Z");

  private Mails() {}

  static Mail to(String address) {
    return mail("letter1", address, "Malmö, Øresund: 2 nye – 新しい");
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
        Map.of(
            "List-Unsubscribe", "<https://wire.example.org/unsubscribe/t>",
            "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
  }
}
