package org.regionwire.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.regionwire.news.Format;
import org.regionwire.news.Hash;
import org.regionwire.news.Origin;
import org.regionwire.news.Submission;
import org.regionwire.news.Target;

/** Makes submissions of what comes in, with the key that recognises a repetition. */
public final class Submissions {
  /** The inbox and the first token speak for the same people. */
  public static final String NEWSROOM = "newsroom";

  private final Clock clock;
  private final RandomGenerator random;

  public Submissions(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** A file's key is its content, never its name. */
  public Submission file(Format format, byte[] body) {
    String hash = hash(format, body);
    return of(NEWSROOM, NEWSROOM + " file " + hash, true, hash, format, body);
  }

  /** Of the newsroom, without a key. */
  public Submission request(Format format, byte[] body) {
    return request(NEWSROOM, Optional.empty(), format, body);
  }

  /**
   * @param sender the name of who sends it, without spaces
   * @param idempotencyKey as the sender chose it; keys of different senders never meet
   */
  public Submission request(
      String sender, Optional<String> idempotencyKey, Format format, byte[] body) {
    String hash = hash(format, body);
    return idempotencyKey
        .map(key -> of(sender, sender + " key " + key, true, hash, format, body))
        .orElseGet(() -> of(sender, Origin.ONCE + unique(), false, hash, format, body));
  }

  /**
   * A change of the item at an address.
   *
   * @param sender as for {@link #request}
   * @param idempotencyKey as for {@link #request}
   */
  public Submission edit(
      String sender, Optional<String> idempotencyKey, Format format, byte[] body, Target target) {
    var plain = request(sender, idempotencyKey, format, body);
    String meant = target.id() + (target.withdrawing() ? " delete " : " put ");
    return new Submission(
        plain.sender(),
        plain.key(),
        plain.keyed(),
        Hash.hex(meant.getBytes(StandardCharsets.UTF_8), body),
        plain.received(),
        format,
        body,
        Optional.of(target));
  }

  private Submission of(
      String sender, String key, boolean keyed, String hash, Format format, byte[] body) {
    return new Submission(sender, key, keyed, hash, clock.instant(), format, body);
  }

  private String unique() {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  private static String hash(Format format, byte[] body) {
    return Hash.hex(new byte[] {(byte) format.ordinal()}, body);
  }
}
