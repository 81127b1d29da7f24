package org.regionwire.digest.mail.returned;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.regionwire.digest.mail.ReturnAddresses;
import org.regionwire.digest.mail.ReturnAddresses.Mark;
import org.regionwire.digest.mail.ReturnAddresses.Purpose;
import org.regionwire.digest.mail.returned.Returned.Kind;

/** Reads what comes back. */
public final class ReturnedMail {
  /** Larger mails are no reports. */
  private static final int LARGEST = 4 << 20;

  private static final Pattern DAEMON =
      Pattern.compile("mailer-daemon|mail-daemon|postmaster|mail delivery (sub)?system");

  private static final Pattern DELAY =
      Pattern.compile("delayed|not yet been delivered|will (be retried|keep trying)|still trying");

  private static final Pattern UNANSWERED =
      Pattern.compile("(?i)(auto(matic)?[ -]?(reply|response)|out of (the )?office|vacation).*");

  private final ReturnAddresses addresses;

  public ReturnedMail(ReturnAddresses addresses) {
    this.addresses = addresses;
  }

  /**
   * What it says; unclear when it cannot be read.
   *
   * @throws MessagingException when the mailbox does not hand it out
   */
  public Returned read(Message message) throws MessagingException, IOException {
    if (message.getSize() > LARGEST) {
      return new Returned(Kind.UNCLEAR, List.of(), Optional.empty(), "too large");
    }
    var bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return read(bytes.toByteArray());
  }

  Returned read(byte[] mail) {
    try {
      var session = Session.getInstance(new Properties());
      return read(Parts.of(new MimeMessage(session, new ByteArrayInputStream(mail))));
    } catch (MessagingException | IOException | RuntimeException e) {
      // What others send may be broken in ways that the library does not expect.
      return new Returned(Kind.UNCLEAR, List.of(), Optional.empty(), "cannot be read: " + e);
    }
  }

  private Returned read(Parts mail) {
    var marks = addresses.in(mail.all());
    var complaint = mail.first("message/feedback-report");
    if (complaint.isPresent()) {
      var kind = complaintKind(Fields.of(complaint.get().text()).first("feedback-type"));
      return new Returned(kind, marks, Optional.empty(), mail.header("Subject"));
    }
    var report = mail.first("message/delivery-status", "message/global-delivery-status");
    if (report.isPresent()) {
      return reported(Fields.of(report.get().text()), mail, marks);
    }
    return DAEMON.matcher(mail.header("From")).find()
            || !mail.header("X-Failed-Recipients").isEmpty()
        ? told(mail, marks)
        : answered(mail, marks);
  }

  private static Kind complaintKind(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "abuse", "fraud", "virus", "other", "" -> Kind.COMPLAINT;
      case "opt-out", "opt-out-list" -> Kind.LEAVE;
      default -> Kind.AUTOMATIC; // "not-spam", and reports of checks of signatures
    };
  }

  private static Returned reported(Fields report, Parts mail, List<Mark> marks) {
    String action = report.first("action").toLowerCase(Locale.ROOT);
    String words = report.first("diagnostic-code");
    if (!action.isEmpty() && !action.startsWith("failed")) {
      return new Returned(Kind.AUTOMATIC, marks, Optional.empty(), action);
    }
    var both = StatusWords.in(report.first("status") + " " + words);
    var status = both.filter(Status::tells).or(() -> StatusWords.in(mail.words())).or(() -> both);
    if (action.isEmpty() && status.filter(one -> one.group() == 5).isEmpty()) {
      return new Returned(Kind.UNCLEAR, marks, status, words);
    }
    return new Returned(Kind.FAILED, marks, status, words.isEmpty() ? mail.words() : words);
  }

  /** In words alone, as old servers do. */
  private static Returned told(Parts mail, List<Mark> marks) {
    String words = mail.words();
    String all = mail.header("Subject") + "\n" + words.toLowerCase(Locale.ROOT);
    var status = StatusWords.in(words);
    if (DELAY.matcher(all).find()) {
      return new Returned(Kind.AUTOMATIC, marks, status, mail.header("Subject"));
    }
    return new Returned(status.isPresent() ? Kind.FAILED : Kind.UNCLEAR, marks, status, words);
  }

  private static Returned answered(Parts mail, List<Mark> marks) {
    String subject = mail.header("Subject");
    Kind kind = Kind.UNCLEAR;
    if (isAutomatic(mail, subject)) {
      kind = Kind.AUTOMATIC;
    } else if (!marks.isEmpty() && marks.get(0).purpose() == Purpose.LEAVE) {
      kind = Kind.LEAVE;
    }
    return new Returned(kind, marks, Optional.empty(), subject);
  }

  /** RFC 3834 section 5, and what was usual before. */
  private static boolean isAutomatic(Parts mail, String subject) {
    String submitted = mail.header("Auto-Submitted");
    return !submitted.isEmpty() && !submitted.startsWith("no")
        || !mail.header("X-Autoreply").isEmpty()
        || !mail.header("X-Autorespond").isEmpty()
        || mail.header("Precedence").matches("auto_reply|bulk|junk|list")
        || mail.header("Return-Path").strip().equals("<>")
        || UNANSWERED.matcher(subject).matches();
  }
}
