package org.regionwire.digest.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at a letter as mail programs and filters would. */
public final class LetterCheck {
  private static final int LONGEST_LINE = 998;

  private final Mail letter;
  private final String headers;

  public LetterCheck(Mail letter, DkimSigner signer) {
    this.letter = letter;
    byte[] bytes = signer.sign(MimeLetter.bytes(letter), letter.date().getEpochSecond());
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    this.headers = text.substring(0, text.indexOf("\r\n\r\n"));
  }

  /** As they go out. */
  public List<String> headers() {
    return headers.lines().toList();
  }

  public List<Finding> look() {
    var findings = new ArrayList<Finding>();
    String domain = letter.from().substring(letter.from().lastIndexOf('@') + 1);
    findings.add(
        domain.contains(".")
            ? Finding.well("letters come from " + letter.from())
            : Finding.ill(
                "letters come from "
                    + letter.from()
                    + ", to which nobody can answer: set regionwire.mail.from"));
    findings.add(
        !letter.sender().contains(letter.id())
            ? Finding.ill(
                "bounces do not tell whose letter it was: put {letter} into regionwire.mail.bounces")
            : Finding.well("bounces tell whose letter it was"));
    findings.add(leaving());
    int signatures = headers.split("(?m)^DKIM-Signature:", -1).length - 1;
    findings.add(
        new Finding(
            signatures > 0,
            signatures > 0
                ? "signed " + signatures + (signatures == 1 ? " time" : " times")
                : "not signed: set regionwire.mail.dkim, or let the mail server sign"));
    findings.add(
        new Finding(
            headers.lines().allMatch(line -> line.length() <= LONGEST_LINE)
                && headers.chars().allMatch(one -> one < 128),
            "its headers are ASCII, in lines that all servers take"));
    return findings;
  }

  private Finding leaving() {
    String how = letter.headers().getOrDefault("List-Unsubscribe", "").toLowerCase(Locale.ROOT);
    if (!how.contains("<https://")) {
      return Finding.ill(
          "programs cannot unsubscribe with one click, because that needs https (RFC 8058): set"
              + " regionwire.base");
    }
    return new Finding(how.contains("<mailto:"), "unsubscribing works by https and by mail");
  }
}
