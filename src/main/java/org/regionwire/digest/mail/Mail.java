package org.regionwire.digest.mail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A letter ready to go: everything but the wrapping.
 *
 * @param id of the letter in the ledger; the Message-ID comes from it, so a repetition can be told
 * @param planned when the ledger got it, the same at each attempt
 * @param date for the header: now
 * @param sender the address in the envelope, to which bounces go
 * @param from one address, and {@code fromName} for people
 * @param to one address; before its @ there may be letters beyond ASCII
 * @param html at most one; {@code text} says the same
 * @param calendar of the events in it, as iCalendar, where it is wanted
 * @param headers further ones, by name, in ASCII
 * @param copy of a sheet, when it is one: then {@code html} and {@code text} are those of all
 *     copies
 */
public record Mail(
    String id,
    Instant planned,
    Instant date,
    String sender,
    String fromName,
    String from,
    String to,
    String subject,
    Optional<String> html,
    String text,
    Optional<String> calendar,
    Map<String, String> headers,
    Optional<Sheet.Copy> copy) {

  public Mail {
    headers = Map.copyOf(headers);
    oneLine(id);
    oneLine(sender);
    oneLine(fromName);
    oneLine(from);
    oneLine(to);
    oneLine(subject);
    headers.forEach(
        (name, value) -> {
          oneLine(name);
          oneLine(value);
        });
  }

  @Override
  public Optional<String> html() {
    return html.map(all -> copy.map(own -> own.in(all)).orElse(all));
  }

  @Override
  public String text() {
    return copy.map(own -> own.in(text)).orElse(text);
  }

  /** Whether every server takes such an address. */
  public static boolean isAscii(String address) {
    return address.chars().allMatch(letter -> letter <= '~');
  }

  /** One to an address beyond ASCII has its headers in UTF-8 (RFC 6532). */
  boolean isInternational() {
    return !isAscii(to);
  }

  public String messageId() {
    return "<" + id + "@" + from.substring(from.lastIndexOf('@') + 1) + ">";
  }

  /** A line break in a header would start another header. */
  private static void oneLine(String value) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a header with a control character");
    }
  }
}
