package org.regionwire.digest.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DkimSignerTest {
  private static final String LETTER =
      "From: Wire <digest@example.org>\r\nTo: ann@example.net\r\nSubject: Two\r\n  new  items\r\n"
          + "List-Unsubscribe: <https://example.org/u>\r\nList-Unsubscribe-Post:"
          + " List-Unsubscribe=One-Click\r\nX-Other: 1\r\n\r\nHello \t you \r\n\r\n\r\n";

  /** RFC 8463 appendix A.2. */
  private static final String RFC_8463_SEED = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";

  /** Of an Ed25519 key in PKCS #8, before its 32 bytes (RFC 8410). */
  private static final byte[] PKCS_8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private static final byte[] X_509 = HexFormat.of().parseHex("302a300506032b6570032100");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "Ed25519"})
  void whoever_has_the_dns_record_can_verify_a_letter(String algorithm) throws Exception {
    var key = key(algorithm);
    String signed = signed(LETTER, key);
    assertThat(verifies(signed, key)).isTrue();
    assertThat(verifies(signed.replace("Subject: Two\r\n  new", "SUBJECT:  Two  new"), key))
        .as("spaces and case may change on the way")
        .isTrue();
    assertThat(verifies(signed.replace("X-Other: 1", "X-Other: 2"), key)).isTrue();
    assertThat(verifies(signed.replace("new  items", "old  items"), key)).isFalse();
    assertThat(verifies(signed.replace("org/u>", "org/v>"), key)).isFalse();
    assertThat(verifies(signed.replace("=One-Click", "=Two"), key)).isFalse();
    assertThat(verifies(signed.replace("Hello", "hello"), key)).isFalse();
  }

  @Test
  void no_header_that_is_signed_can_be_added() throws Exception {
    var key = key("Ed25519");
    String signed = signed(LETTER, key);
    for (String more :
        List.of("From: eve@example.com", "Subject: x", "Reply-To: eve@example.com")) {
      assertThat(verifies(signed.replace("X-Other: 1", more), key)).as(more).isFalse();
    }
  }

  @Test
  void each_key_signs_for_itself() throws Exception {
    var rsa = key("RSA");
    var ed = key("Ed25519");
    String signed = signed(LETTER, rsa, ed);
    assertThat(signed.split("DKIM-Signature:", -1)).hasSize(3);
    assertThat(verifies(signed, rsa)).isTrue();
    String second = signed.substring(signed.indexOf("DKIM-Signature:", 1));
    assertThat(verifies(second, ed)).isTrue();
  }

  @Test
  void a_letter_as_it_is_sent_verifies() throws Exception {
    var key = key("Ed25519");
    byte[] bytes = MimeLetter.bytes(Mails.to("ann@example.org"));
    assertThat(verifies(signed(new String(bytes, StandardCharsets.ISO_8859_1), key), key)).isTrue();
  }

  @Test
  void without_a_key_a_letter_is_as_it_was() {
    byte[] letter = LETTER.getBytes(StandardCharsets.US_ASCII);
    assertThat(new DkimSigner(List.of()).sign(letter, 1)).isEqualTo(letter);
  }

  @Test
  void the_dns_record_of_the_rfcs_key_is_that_of_the_rfc() throws Exception {
    byte[] seed = Base64.getDecoder().decode(RFC_8463_SEED);
    byte[] encoded = Arrays.copyOf(PKCS_8, PKCS_8.length + seed.length);
    System.arraycopy(seed, 0, encoded, PKCS_8.length, seed.length);
    var key = DkimKey.read("brisbane", "example.com", pem(encoded));
    assertThat(key.dnsName()).isEqualTo("brisbane._domainkey.example.com");
    assertThat(key.dnsText())
        .isEqualTo("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
  }

  @Test
  void a_file_that_is_no_key_is_refused_with_how_to_make_one() throws Exception {
    var file = Files.writeString(folder.resolve("key.pem"), "not a key");
    assertThatThrownBy(() -> DkimKey.read("a", "example.org", file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openssl genpkey");
    assertThatThrownBy(() -> DkimKey.read("a", "example.org", folder.resolve("none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void a_short_rsa_key_is_refused() throws Exception {
    var pairs = KeyPairGenerator.getInstance("RSA");
    pairs.initialize(1024);
    var file = pem(pairs.generateKeyPair().getPrivate().getEncoded());
    assertThatThrownBy(() -> DkimKey.read("a", "example.org", file))
        .hasMessageContaining("less than 2048 bits");
  }

  private DkimKey key(String algorithm) throws Exception {
    PrivateKey key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
    return DkimKey.read("s-" + algorithm, "example.org", pem(key.getEncoded()));
  }

  private Path pem(byte[] key) throws Exception {
    return Files.writeString(
        Files.createTempFile(folder, "key", ".pem"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n");
  }

  private static String signed(String letter, DkimKey... keys) {
    byte[] bytes = letter.getBytes(StandardCharsets.ISO_8859_1);
    return new String(
        new DkimSigner(List.of(keys)).sign(bytes, 1_780_000_000), StandardCharsets.ISO_8859_1);
  }

  /** The first signature of a letter, by what the key has in the DNS (RFC 6376 section 6.1.3). */
  private static boolean verifies(String letter, DkimKey key) throws Exception {
    int end = letter.indexOf("\r\n\r\n");
    List<String> fields =
        List.of(letter.substring(0, end).replaceAll("\r\n(?=[ \t])", "").split("\r\n"));
    String signature = fields.get(0);
    String body = letter.substring(end + 4).replaceAll("[ \t]+", " ").replaceAll(" \r\n", "\r\n");
    body = body.replaceFirst("(\r\n)*\\z", "\r\n");
    var hash = MessageDigest.getInstance("SHA-256");
    if (!Base64.getEncoder()
        .encodeToString(hash.digest(body.getBytes(StandardCharsets.ISO_8859_1)))
        .equals(tag(signature, "bh"))) {
      return false;
    }
    var text = new StringBuilder();
    var left = new java.util.ArrayList<>(fields.subList(1, fields.size()));
    for (String name : tag(signature, "h").split(":")) {
      for (int i = left.size() - 1; i >= 0; i--) {
        if (left.get(i)
            .toLowerCase(java.util.Locale.ROOT)
            .startsWith(name.toLowerCase(java.util.Locale.ROOT) + ":")) {
          text.append(relaxed(left.remove(i))).append("\r\n");
          break;
        }
      }
    }
    text.append(relaxed(signature.replaceAll("; b=.*", "; b=")));
    byte[] signedText = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    var verifier = Signature.getInstance(key.isEd25519() ? "Ed25519" : "SHA256withRSA");
    verifier.initVerify(published(key));
    verifier.update(key.isEd25519() ? hash.digest(signedText) : signedText);
    return verifier.verify(Base64.getDecoder().decode(tag(signature, "b")));
  }

  private static PublicKey published(DkimKey key) throws Exception {
    byte[] half = Base64.getDecoder().decode(key.dnsText().replaceFirst(".*p=", ""));
    if (!key.isEd25519()) {
      return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(half));
    }
    byte[] encoded = Arrays.copyOf(X_509, X_509.length + half.length);
    System.arraycopy(half, 0, encoded, X_509.length, half.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static String tag(String signature, String name) {
    var found = java.util.regex.Pattern.compile("[;:] " + name + "=([^;]*)").matcher(signature);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1).replace(" ", "");
  }

  private static String relaxed(String field) {
    int colon = field.indexOf(':');
    return field.substring(0, colon).toLowerCase(java.util.Locale.ROOT)
        + ":"
        + field.substring(colon + 1).replaceAll("[ \t]+", " ").strip();
  }
}
