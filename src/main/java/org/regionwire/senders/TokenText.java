package org.regionwire.senders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.regionwire.news.Hash;

/**
 * A token as it is sent: {@code rw_<id>_<secret>}, with a secret of 256 bits. The id finds it, so
 * that its hash can be compared in a time that tells nothing.
 */
record TokenText(String id, String text) {
  private static final Pattern FORM = Pattern.compile("rw_([0-9a-f]{12})_[A-Za-z0-9_-]{43}");

  static TokenText random(RandomGenerator random) {
    byte[] id = new byte[6];
    byte[] secret = new byte[32];
    random.nextBytes(id);
    random.nextBytes(secret);
    String name = HexFormat.of().formatHex(id);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return new TokenText(name, "rw_" + name + "_" + text);
  }

  /** Empty for what no token of ours looks like. */
  static Optional<TokenText> of(String text) {
    var form = FORM.matcher(text);
    return form.matches() ? Optional.of(new TokenText(form.group(1), text)) : Optional.empty();
  }

  String hash() {
    return Hash.hex(text);
  }

  /** In a time that does not depend on where they differ. */
  boolean hasHash(String hash) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "rw_" + id;
  }
}
