package org.regionwire.digest.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A mail in its wrapping (RFC 5322, MIME): the same mail gives the same bytes. */
final class MimeLetter {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private MimeLetter() {}

  /** As it travels: a copy from its sheet, any other one from scratch. */
  static byte[] bytes(Mail mail) {
    return mail.copy().map(copy -> copy.bytes(own(mail))).orElseGet(() -> whole(mail));
  }

  private static byte[] whole(Mail mail) {
    try {
      var bytes = new ByteArrayOutputStream();
      var settings = new Properties();
      settings.put("mail.mime.allowutf8", Boolean.toString(mail.isInternational()));
      message(mail, Session.getInstance(settings)).writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("letter " + mail.id() + " cannot be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException("letter " + mail.id() + " cannot be written", e);
    }
  }

  /** The lines that differ between the copies of a sheet. */
  private static Map<String, String> own(Mail mail) {
    var lines = new LinkedHashMap<String, String>();
    add(lines, "Date", DATE.format(mail.date()));
    add(lines, "To", recipient(mail).toString());
    if (mail.isInternational()) {
      add(lines, "From", sender(mail).toUnicodeString());
      add(lines, "Subject", mail.subject());
    }
    add(lines, "Message-ID", mail.messageId());
    new TreeMap<>(mail.headers()).forEach((name, value) -> add(lines, name, value));
    return lines;
  }

  private static void add(Map<String, String> lines, String name, String value) {
    lines.put(name, name + ": " + MimeUtility.fold(name.length() + 2, value) + "\r\n");
  }

  static InternetAddress recipient(Mail mail) {
    try {
      return new InternetAddress(mail.to(), true);
    } catch (AddressException e) {
      throw new IllegalStateException("letter " + mail.id() + " has no address", e);
    }
  }

  private static MimeMessage message(Mail mail, Session session) throws MessagingException {
    var message = new Named(session, mail.messageId());
    message.setFrom(sender(mail));
    message.setRecipient(RecipientType.TO, recipient(mail));
    message.setSubject(mail.subject(), UTF_8);
    if (mail.isInternational()) {
      message.setHeader("Subject", MimeUtility.fold("Subject: ".length(), mail.subject()));
    }
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

  private static InternetAddress sender(Mail mail) {
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
  private static final class Named extends MimeMessage {
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
