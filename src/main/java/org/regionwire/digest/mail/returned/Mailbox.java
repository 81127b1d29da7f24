package org.regionwire.digest.mail.returned;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A mailbox as an address names it.
 *
 * @param protocol {@code imap} or {@code imaps}
 */
public record Mailbox(
    String protocol, String host, int port, String user, String password, String folder) {
  private static final String FORM = "imaps://<user>:<password>@<host>/<folder>";

  /**
   * @throws IllegalArgumentException when it is none; the message does not repeat it, for it holds
   *     a password
   */
  public static Mailbox parse(String url) {
    URI uri = parsed(url).orElseThrow(Mailbox::none);
    String who = uri.getRawUserInfo();
    if (uri.getHost() == null || who == null || who.indexOf(':') < 0) {
      throw none();
    }
    int colon = who.indexOf(':');
    int usual = uri.getScheme().equals("imaps") ? 993 : 143;
    String path = uri.getPath().replaceFirst("^/", "");
    return new Mailbox(
        uri.getScheme(),
        uri.getHost(),
        uri.getPort() < 0 ? usual : uri.getPort(),
        decoded(who.substring(0, colon)),
        decoded(who.substring(colon + 1)),
        path.isEmpty() ? "INBOX" : path);
  }

  private static IllegalArgumentException none() {
    return new IllegalArgumentException(
        "is not " + FORM + ", with name and password percent-encoded");
  }

  private static Optional<URI> parsed(String url) {
    try {
      return Optional.of(URI.create(url)).filter(uri -> "imap imaps".contains(scheme(uri)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "none" : uri.getScheme();
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return protocol + "://" + host + ":" + port + "/" + folder;
  }
}
