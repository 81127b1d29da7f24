package org.regionwire.digest;

import com.ibm.icu.text.IDNA;
import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses letters go to: {@code name@domain} in ASCII, nothing cleverer. A domain in other
 * letters is written in ASCII by UTS 46.
 */
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

  private static final IDNA UTS_46 =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ);

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

  /** Why there is none, when there is none. */
  static String why(String typed) {
    int at = Math.max(0, typed.lastIndexOf('@'));
    return typed.substring(0, at).chars().anyMatch(letter -> letter > '~')
        ? "has letters before the @ that mail servers on the way may not take (SMTPUTF8); give an"
            + " address that has only a to z there"
        : "is not a mail address we can write to, such as ann@example.org";
  }

  /** Where its letters go. */
  static String destination(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** The same for every way of typing the address of one mailbox. */
  static String key(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  private static Optional<String> domain(String typed) {
    var mistakes = new IDNA.Info();
    String ascii = UTS_46.nameToASCII(typed, new StringBuilder(), mistakes).toString();
    return mistakes.hasErrors() ? Optional.empty() : Optional.of(ascii);
  }

  private static boolean neverInOne(int character) {
    return character <= ' ' || "\"<>()[]\\,;:\u007f".indexOf(character) >= 0;
  }
}
