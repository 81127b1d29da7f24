package org.regionwire.digest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.regionwire.news.Hash;
import org.regionwire.news.ItemId;

/**
 * The secret words in the links of letters: 256 bits, made from the house's secret and an id, so
 * that a letter can be composed again although only their hashes are kept.
 */
public final class Tokens {
  private final SecretKeySpec key;

  /**
   * @param secret at least 32 random bytes, the same for ever
   */
  public Tokens(byte[] secret) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("the secret for tokens has less than 32 bytes");
    }
    this.key = new SecretKeySpec(secret, "HmacSHA256");
  }

  public String toConfirm(String subscriptionId) {
    return token("confirm:" + subscriptionId);
  }

  /** Never grows old, not even when nothing is known of the person any more. */
  public String toUnsubscribe(String subscriberId) {
    return subscriberId + "." + token("unsubscribe:" + subscriberId);
  }

  /** The id of the person, if it is a link of ours. */
  public Optional<String> unsubscribes(String token) {
    int dot = token.indexOf('.');
    return Optional.of(token.substring(0, Math.max(0, dot)))
        .filter(id -> same(token, toUnsubscribe(id)));
  }

  /**
   * Of the page on which a person manages what comes.
   *
   * @param links the generation of links; those of earlier ones do not work any more
   */
  public String toManage(String subscriberId, int links, Instant until) {
    String what = subscriberId + "." + links + "." + until.getEpochSecond();
    return what + "." + token("manage:" + what);
  }

  /** Whose page it is, if it is a link of ours and not too old; the generation is to be checked. */
  public Optional<Managed> managed(String token, Instant now) {
    var parts = token.split("\\.", -1);
    int last = token.lastIndexOf('.');
    if (parts.length != 4 || !same(parts[3], token("manage:" + token.substring(0, last)))) {
      return Optional.empty();
    }
    // Nobody but us can have made the numbers.
    return Instant.ofEpochSecond(Long.parseLong(parts[2])).isBefore(now)
        ? Optional.empty()
        : Optional.of(new Managed(parts[0], Integer.parseInt(parts[1])));
  }

  /** Whose page a link leads to. */
  public record Managed(String subscriber, int links) {}

  /** What is kept of an address that nobody may write to: nobody without the secret can try it. */
  public String addressHash(String address) {
    return token("address:" + MailAddress.key(address));
  }

  /**
   * What nobody without the secret can make: 26 digits and lower-case letters, fit for the name of
   * a mail address.
   */
  public String seal(String what) {
    return ItemId.of(bits("seal:" + what)).value();
  }

  /** The id of a person whom there never is, and that nobody can guess. */
  public String nobody(int length) {
    return token("nobody").replace('_', '0').replace('-', '0').substring(0, length);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** As tokens are kept: SHA-256 in hexadecimal. */
  public static String hash(String token) {
    return Hash.hex(token);
  }

  private String token(String what) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits(what));
  }

  private byte[] bits(String what) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
