package org.regionwire.digest.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail in its wrapping (RFC 5322, MIME): the same mail gives the same bytes. */
final class MimeLetter {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private MimeLetter() {}

  static byte[] bytes(Mail mail) {
    try {
      var bytes = new ByteArrayOutputStream();
      message(mail, Session.getInstance(new Properties())).writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("letter " + mail.id() + " cannot be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException("letter " + mail.id() + " cannot be written", e);
    }
  }

  /** As it goes over the wire. */
  static MimeMessage signed(Mail mail, Session session, DkimSigner signer)
      throws MessagingException {
    if (!signer.signs()) {
      return message(mail, session);
    }
    byte[] signed = signer.sign(bytes(mail), mail.date().getEpochSecond());
    var message = new SMTPMessage(session, new ByteArrayInputStream(signed));
    message.setEnvelopeFrom(mail.sender());
    return message;
  }

  static MimeMessage message(Mail mail, Session session) throws MessagingException {
    var message = new Named(session, mail.messageId());
    message.setEnvelopeFrom(mail.sender());
    message.setFrom(sender(mail));
    message.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setHeader("Date", DATE.format(mail.date()));
    for (var header : new TreeMap<>(mail.headers()).entrySet()) {
      int named = header.getKey().length() + 2;
      message.setHeader(header.getKey(), MimeUtility.fold(named, header.getValue()));
    }
    if (mail.calendar().isPresent()) {
      var all = new Parts("mixed", "=_" + mail.id() + "-c");
      var first = new MimeBodyPart();
      words(mail, first);
      all.addBodyPart(first);
      all.addBodyPart(attached(mail.calendar().get()));
      message.setContent(all);
    } else {
      words(mail, message);
    }
    message.saveChanges();
    return message;
  }

  private static void words(Mail mail, MimePart into) throws MessagingException {
    if (mail.html().isPresent()) {
      var both = new Parts("alternative", "=_" + mail.id());
      both.addBodyPart(part(mail.text(), "plain"));
      both.addBodyPart(part(mail.html().get(), "html"));
      into.setContent(both);
    } else {
      into.setText(mail.text(), UTF_8, "plain");
      into.setHeader("Content-Transfer-Encoding", Encoding.of(mail.text()).header());
    }
  }

  /**
   * Without a METHOD, it is a file to take in and no invitation to answer (RFC 6047 section 2.4).
   */
  private static MimeBodyPart attached(String calendar) throws MessagingException {
    var part = part(calendar, "calendar");
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName("events.ics");
    return part;
  }

  private static InternetAddress sender(Mail mail) throws MessagingException {
    try {
      return new InternetAddress(mail.from(), mail.fromName(), UTF_8);
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    part.setHeader("Content-Transfer-Encoding", Encoding.of(text).header());
    return part;
  }

  /** Keeps its Message-ID when it is saved. */
  private static final class Named extends SMTPMessage {
    private final String messageId;

    Named(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }

  /** The boundary of the library has the time in it. */
  private static final class Parts extends MimeMultipart {
    Parts(String subtype, String boundary) {
      super(subtype);
      this.contentType = "multipart/" + subtype + "; boundary=\"" + boundary + "\"";
    }
  }
}
