package org.regionwire.digest.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key that signs letters (RFC 6376, RFC 8463).
 *
 * @param selector under which its public half is in the DNS
 * @param domain whose letters it signs
 */
public record DkimKey(String selector, String domain, PrivateKey key) {
  /** Verifiers need not take less, and some do not (RFC 8301 section 3.2). */
  private static final int LEAST_BITS = 2048;

  private static final int ED25519_BYTES = 32;
  private static final String MAKE =
      "; `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048` or"
          + " `openssl genpkey -algorithm ED25519` makes one";

  /**
   * @param file PKCS #8 in PEM, as openssl writes it
   * @throws IllegalArgumentException when it cannot be read, or is no such key
   */
  public static DkimKey read(String selector, String domain, Path file) {
    var key = parsed(file);
    if (key instanceof RSAPrivateCrtKey rsa && rsa.getModulus().bitLength() < LEAST_BITS) {
      throw new IllegalArgumentException(file + " is an RSA key of less than 2048 bits" + MAKE);
    }
    return new DkimKey(selector, domain, key);
  }

  private static PrivateKey parsed(Path file) {
    try {
      var spec = new PKCS8EncodedKeySpec(bytes(Files.readString(file, StandardCharsets.US_ASCII)));
      try {
        return KeyFactory.getInstance("RSA").generatePrivate(spec);
      } catch (GeneralSecurityException e) {
        return KeyFactory.getInstance("Ed25519").generatePrivate(spec);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("the key " + file + " cannot be read: " + e, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " is neither an RSA nor an Ed25519 private key in PEM (PKCS #8)" + MAKE, e);
    }
  }

  private static byte[] bytes(String pem) {
    String begin = "-----BEGIN PRIVATE KEY-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END PRIVATE KEY-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no private key");
    }
    return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
  }

  boolean isEd25519() {
    return key instanceof EdECPrivateKey;
  }

  /** As the signature names it. */
  String algorithm() {
    return isEd25519() ? "ed25519-sha256" : "rsa-sha256";
  }

  /** In base 64. */
  String signature(byte[] text) {
    try {
      var signature = Signature.getInstance(isEd25519() ? "Ed25519" : "SHA256withRSA");
      signature.initSign(key);
      // Ed25519 signs the hash, and hashes that again (RFC 8463 section 3).
      signature.update(isEd25519() ? sha256(text) : text);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of " + selector + " does not sign", e);
    }
  }

  static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Where the public half belongs in the DNS. */
  public String dnsName() {
    return selector + "._domainkey." + domain;
  }

  /** What belongs there, as one text (RFC 6376 section 3.6.1). */
  public String dnsText() {
    try {
      byte[] encoded = publicKey().getEncoded();
      byte[] half =
          isEd25519()
              ? Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length)
              : encoded;
      String kind = isEd25519() ? "ed25519" : "rsa";
      return "v=DKIM1; k=" + kind + "; p=" + Base64.getEncoder().encodeToString(half);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of " + selector + " has no public half", e);
    }
  }

  private PublicKey publicKey() throws GeneralSecurityException {
    if (key instanceof RSAPrivateCrtKey rsa) {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
    }
    byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
    // The JDK tells the public half only when it makes a pair, from the random bytes it is given.
    var pairs = KeyPairGenerator.getInstance("Ed25519");
    pairs.initialize(NamedParameterSpec.ED25519, new Given(seed));
    return pairs.generateKeyPair().getPublic();
  }

  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Given(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] into) {
      System.arraycopy(bytes, 0, into, 0, into.length);
    }
  }
}
