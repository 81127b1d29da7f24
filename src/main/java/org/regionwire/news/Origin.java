package org.regionwire.news;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a submission came from, and what makes it the same one when it comes again.
 *
 * @param sender who sent it; the inbox and the first token speak for the same sender
 * @param key the same for every repetition of one submission, unique to it otherwise: made from the
 *     sender's Idempotency-Key, or from a file's content, else random
 * @param bodyHash SHA-256 of the bytes received, in hexadecimal
 * @param received when it arrived
 * @param senderId the sender's own name for the item, for updates
 * @param change what it does to an item that is there, when it says so
 * @param since when the item first arrived, if that was with an earlier submission
 */
public record Origin(
    String sender,
    String key,
    String bodyHash,
    Instant received,
    Optional<String> senderId,
    Optional<Change> change,
    Optional<Instant> since) {
  /** Begins the key of a submission that nothing would recognise if it came again. */
  public static final String ONCE = "once ";

  /** Of a submission that says no more than what the item is. */
  public Origin(
      String sender, String key, String bodyHash, Instant received, Optional<String> senderId) {
    this(sender, key, bodyHash, received, senderId, Optional.empty());
  }

  /** Of a submission that knows of no earlier one. */
  public Origin(
      String sender,
      String key,
      String bodyHash,
      Instant received,
      Optional<String> senderId,
      Optional<Change> change) {
    this(sender, key, bodyHash, received, senderId, change, Optional.empty());
  }

  /** The same, of an item that came before it. */
  public Origin after(Origin earlier) {
    var first = Optional.of(earlier.first()).filter(moment -> !moment.equals(received));
    return new Origin(sender, key, bodyHash, received, senderId, change, first);
  }

  /** When the item first arrived: its text is read as of then, whenever it is mended. */
  public Instant first() {
    return since.orElse(received);
  }

  /** Whether a repetition has the same key. */
  public boolean keyed() {
    return !key.startsWith(ONCE);
  }

  public boolean does(Change.What what) {
    return change.filter(c -> c.what() == what).isPresent();
  }
}
