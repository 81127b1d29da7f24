package org.regionwire.digest.letters;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Whom one letter is for, and what that person asked for.
 *
 * @param letter its id in the ledger
 * @param planned when the ledger got it
 * @param now for its date
 * @param language BCP 47
 * @param html whether HTML is wanted beside the text
 * @param calendar to attach
 * @param wishes one sentence for each subscription
 * @param time of the daily letter, in {@code zone}
 */
public record Addressee(
    String letter,
    Instant planned,
    Instant now,
    String address,
    String language,
    boolean html,
    Optional<String> calendar,
    List<String> wishes,
    LocalTime time,
    ZoneId zone) {
  public Addressee {
    wishes = List.copyOf(wishes);
  }

  public Addressee with(Optional<String> events) {
    return new Addressee(letter, planned, now, address, language, html, events, wishes, time, zone);
  }

  /** The same in another letter. */
  public Addressee inLetter(String id) {
    return new Addressee(id, planned, now, address, language, html, calendar, wishes, time, zone);
  }
}
