package org.regionwire.digest;

import com.ibm.icu.text.IDNA;
import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.regionwire.digest.mail.Mail;

/**
 * Which addresses letters go to: {@code name@domain}, nothing cleverer. A name may have letters of
 * any script (RFC 6531), which not every mail server takes; a domain in other letters is written in
 * ASCII by UTS 46.
 */
public final class MailAddress {
  private static final EmailValidator VALIDATOR =
      JMail.validator()
          .disallowIpDomain()
          .requireTopLevelDomain()
          .disallowExplicitSourceRouting()
          .disallowQuotedIdentifiers()
          .withRule(email -> !email.hasIdentifier() && email.comments().isEmpty())
          .withRule(email -> !email.containsWhitespace());

  private static final IDNA UTS_46 =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ);

  private static final int MOST_BYTES = 254;

  /** Of the part before the @ (RFC 5321 section 4.5.3.1.1). */
  private static final int MOST_NAME_BYTES = 64;

  private MailAddress() {}

  /** The address as it is written to, or empty when there is no such address. */
  public static Optional<String> parse(String typed) {
    int at = typed.lastIndexOf('@');
    if (at < 1 || typed.chars().anyMatch(MailAddress::neverInOne)) {
      return Optional.empty();
    }
    // One address, however its letters were put together (RFC 6532 section 3.1).
    String name = Normalizer.normalize(typed.substring(0, at), Normalizer.Form.NFC);
    return domain(typed.substring(at + 1))
        .map(domain -> name + "@" + domain)
        .filter(address -> name.codePoints().allMatch(MailAddress::isFitForName))
        .filter(address -> bytes(name) <= MOST_NAME_BYTES && bytes(address) <= MOST_BYTES)
        .flatMap(VALIDATOR::tryParse)
        .map(Email::toString);
  }

  /**
   * Why no letter can go there; empty when it can.
   *
   * @param onlyAscii why none can go to an address beyond ASCII, empty when it can; asked only of
   *     such an address
   */
  public static Optional<String> mistake(String typed, Supplier<Optional<String>> onlyAscii) {
    var address = parse(typed);
    if (address.isEmpty()) {
      return Optional.of("is not a mail address we can write to, such as ann@example.org");
    }
    if (Mail.isAscii(address.get())) {
      return Optional.empty();
    }
    return onlyAscii
        .get()
        .map(
            why ->
                "has letters before the @ that only some mail servers take (SMTPUTF8): "
                    + why
                    + "; give an address that has only a to z there");
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Where its letters go. */
  public static String destination(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** The same for every way of typing the address of one mailbox. */
  public static String key(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  /** Enough to know it again, not to write to it: {@code a…@e….org}. */
  public static String masked(String address) {
    return address.replaceFirst("^(.)[^@]*@(.).*?(\\.[^.]*)?$", "$1…@$2…$3");
  }

  private static Optional<String> domain(String typed) {
    var mistakes = new IDNA.Info();
    String ascii = UTS_46.nameToASCII(typed, new StringBuilder(), mistakes).toString();
    return mistakes.hasErrors() ? Optional.empty() : Optional.of(ascii);
  }

  private static boolean neverInOne(int character) {
    return character <= ' ' || "\"<>()[]\\,;:\u007f".indexOf(character) >= 0;
  }

  /** What is beyond ASCII and no letter cannot be seen, or looks like something else. */
  private static boolean isFitForName(int character) {
    int type = Character.getType(character);
    return character <= '~'
        || Character.isLetterOrDigit(character)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
