package org.regionwire.digest.letters;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Whom one letter is for, and what that person asked for.
 *
 * @param letter its id in the ledger
 * @param planned when the ledger got it
 * @param now for its date
 * @param language BCP 47
 * @param html whether HTML is wanted beside the text
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
    List<String> wishes,
    LocalTime time,
    ZoneId zone) {
  public Addressee {
    wishes = List.copyOf(wishes);
  }

  /** The same in another letter. */
  public Addressee inLetter(String id) {
    return new Addressee(id, planned, now, address, language, html, wishes, time, zone);
  }
}
