package org.regionwire.digest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.regionwire.news.Hash;

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

  String toConfirm(String subscriptionId) {
    return token("confirm:" + subscriptionId);
  }

  String toUnsubscribe(String subscriberId) {
    return token("unsubscribe:" + subscriberId);
  }

  /** As tokens are kept: SHA-256 in hexadecimal. */
  static String hash(String token) {
    return Hash.hex(token);
  }

  private String token(String what) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var bits = mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
