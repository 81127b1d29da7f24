package org.regionwire.digest.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An SMTP server as an address names it.
 *
 * @param protocol {@code smtp} or {@code smtps}
 */
record SmtpServer(String protocol, String host, int port, Optional<Login> login) {

  /** What the server wants to know of us. */
  record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  static SmtpServer parse(String url) {
    URI uri = parsed(url);
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("the mail server's address has no host");
    }
    String protocol = uri.getScheme();
    int usual = protocol.equals("smtps") ? 465 : 25;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    String who = uri.getRawUserInfo();
    return new SmtpServer(
        protocol, uri.getHost(), port, who == null ? Optional.empty() : Optional.of(login(who)));
  }

  /** On this machine there is nobody to hide from, and seldom a certificate that holds. */
  boolean isHere() {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private static URI parsed(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      // Without the cause, which repeats the password.
      throw new IllegalArgumentException(
          "the mail server's address cannot be read; are name and password percent-encoded?");
    }
  }

  private static Login login(String who) {
    int colon = who.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("the mail server's address has a user but no password");
    }
    return new Login(decoded(who.substring(0, colon)), decoded(who.substring(colon + 1)));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
