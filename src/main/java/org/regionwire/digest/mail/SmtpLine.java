package org.regionwire.digest.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.regionwire.digest.mail.SmtpServer.Login;

/** One connection to an SMTP server. Used by one thread at a time, but cut by any. */
final class SmtpLine {
  private final SmtpServer server;
  private final CuttableSockets sockets;
  private final Transport transport;

  /** When it was used last, for whoever keeps it. */
  private Instant used = Instant.MIN;

  private boolean connected;

  /**
   * Not yet connected.
   *
   * @throws MessagingException when the library lacks the protocol
   */
  SmtpLine(SmtpServer server, CuttableSockets sockets, Session session) throws MessagingException {
    this.server = server;
    this.sockets = sockets;
    this.transport = session.getTransport(server.protocol());
  }

  /**
   * Does nothing when it is connected, which asking the library for would cost a question.
   *
   * @return whether it was not
   */
  boolean connectOnce() throws MessagingException {
    if (connected) {
      return false;
    }
    connect();
    connected = true;
    return true;
  }

  /** What the server said when it was greeted. */
  boolean offers(String extension) {
    return transport instanceof SMTPTransport smtp && smtp.supportsExtension(extension);
  }

  private void connect() throws MessagingException {
    Optional<Login> login = server.login();
    if (login.isPresent()) {
      transport.connect(login.get().user(), login.get().password());
    } else {
      transport.connect();
    }
  }

  /** The words of the server. */
  String send(MimeMessage message, InternetAddress to, Instant now) throws MessagingException {
    transport.sendMessage(message, new InternetAddress[] {to});
    used = now;
    String reply = transport instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : null;
    return reply == null ? "" : reply;
  }

  boolean usedAfter(Instant time) {
    return used.isAfter(time);
  }

  /** Whoever uses it has an exception at once; there is no way to use it again. */
  @SuppressWarnings("EmptyCatch")
  void cut() {
    try {
      sockets.cut();
    } catch (IOException e) {
      // It is given up either way.
    }
  }

  @SuppressWarnings("EmptyCatch")
  void hangUp() {
    try {
      transport.close();
    } catch (MessagingException e) {
      // It is given up either way.
    }
  }
}
