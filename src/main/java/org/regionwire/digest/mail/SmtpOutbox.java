package org.regionwire.digest.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.regionwire.digest.mail.SmtpServer.Login;

/** Hands letters to an SMTP server, several over one connection. */
final class SmtpOutbox implements Outbox {
  /** Servers hang up on idle clients; none we know does so before half a minute. */
  private static final Duration IDLE = Duration.ofSeconds(10);

  private record Line(Transport transport, Instant used) {}

  private final SmtpServer server;
  private final Session session;
  private final Clock clock;
  private final Deque<Line> idle = new ConcurrentLinkedDeque<>();

  SmtpOutbox(SmtpServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
    this.session = Session.getInstance(settings(server));
  }

  @Override
  public Outcome send(Mail mail) {
    MimeMessage message;
    Transport line;
    try {
      message = MimeLetter.message(mail, session);
    } catch (MessagingException e) {
      throw new IllegalStateException("letter " + mail.id() + " cannot be written", e);
    }
    try {
      line = line();
    } catch (MessagingException e) {
      return Outcome.deferred("the mail server cannot be reached: " + e.getMessage());
    }
    return send(message, line);
  }

  private Outcome send(MimeMessage message, Transport line) {
    try {
      line.sendMessage(message, message.getAllRecipients());
      idle.push(new Line(line, clock.instant()));
      return Outcome.accepted(line instanceof SMTPTransport smtp ? reply(smtp) : "");
    } catch (MessagingException e) {
      hangUp(line);
      return SmtpAnswer.of(e);
    }
  }

  @Override
  public void close() {
    for (var line = idle.poll(); line != null; line = idle.poll()) {
      hangUp(line.transport());
    }
  }

  private Transport line() throws MessagingException {
    var stale = clock.instant().minus(IDLE);
    for (var line = idle.poll(); line != null; line = idle.poll()) {
      if (line.used().isAfter(stale)) {
        return line.transport();
      }
      hangUp(line.transport());
    }
    var transport = session.getTransport(server.protocol());
    Optional<Login> login = server.login();
    if (login.isPresent()) {
      transport.connect(login.get().user(), login.get().password());
    } else {
      transport.connect();
    }
    return transport;
  }

  private static String reply(SMTPTransport smtp) {
    String reply = smtp.getLastServerResponse();
    return reply == null ? "" : reply;
  }

  @SuppressWarnings("EmptyCatch")
  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // It is given up either way.
    }
  }

  private static Properties settings(SmtpServer server) {
    var settings = new Properties();
    String prefix = "mail." + server.protocol() + ".";
    settings.put(prefix + "host", server.host());
    settings.put(prefix + "port", Integer.toString(server.port()));
    settings.put(prefix + "auth", Boolean.toString(server.login().isPresent()));
    settings.put(prefix + "connectiontimeout", "10000");
    settings.put(prefix + "timeout", "30000");
    settings.put(prefix + "writetimeout", "30000");
    settings.put(prefix + "quitwait", "false");
    settings.put(prefix + "starttls.enable", Boolean.toString(!server.isHere()));
    settings.put(
        prefix + "starttls.required",
        Boolean.toString(!server.isHere() && server.login().isPresent()));
    settings.put(prefix + "ssl.checkserveridentity", "true");
    settings.put(prefix + "socketFactory", new NoDelaySockets(SocketFactory.getDefault()));
    settings.put(prefix + "socketFactory.fallback", "false");
    return settings;
  }
}
