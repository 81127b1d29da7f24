package org.regionwire.digest;

import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Which addresses letters go to: {@code name@domain} in ASCII, nothing cleverer. */
final class MailAddress {
  private static final EmailValidator VALIDATOR =
      JMail.validator()
          .disallowIpDomain()
          .requireTopLevelDomain()
          .disallowExplicitSourceRouting()
          .disallowQuotedIdentifiers()
          .requireAscii()
          .withRule(email -> !email.hasIdentifier() && email.comments().isEmpty())
          .withRule(email -> !email.containsWhitespace());

  private MailAddress() {}

  /** The address as it is written to, or empty when there is no such address. */
  static Optional<String> parse(String typed) {
    int at = typed.lastIndexOf('@');
    if (at < 1 || typed.length() > 254 || typed.chars().anyMatch(MailAddress::neverInOne)) {
      return Optional.empty();
    }
    return domain(typed.substring(at + 1))
        .flatMap(domain -> VALIDATOR.tryParse(typed.substring(0, at) + "@" + domain))
        .map(Email::toString);
  }

  /** The same for every way of typing the address of one mailbox. */
  static String key(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  private static Optional<String> domain(String typed) {
    try {
      return Optional.of(IDN.toASCII(typed).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean neverInOne(int character) {
    return character <= ' ' || "\"<>()[]\\,;:\u007f".indexOf(character) >= 0;
  }
}
