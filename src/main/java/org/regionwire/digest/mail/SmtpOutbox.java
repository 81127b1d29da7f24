package org.regionwire.digest.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.SocketFactory;

/** Hands letters to an SMTP server, several over one connection. */
final class SmtpOutbox implements Outbox {
  /** Servers hang up on idle clients; none we know does so before half a minute. */
  private static final Duration IDLE = Duration.ofSeconds(10);

  private static final String AWAY = "the mail server cannot be reached: ";

  private final SmtpServer server;
  private final Duration longest;
  private final Clock clock;
  private final DkimSigner signer;
  private final Session writing = Session.getInstance(new Properties());
  private final Deque<SmtpLine> idle = new ConcurrentLinkedDeque<>();
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(1, SmtpOutbox::watcher);

  /**
   * @param longest that one hand-over may take; then its connection is cut
   */
  SmtpOutbox(SmtpServer server, Duration longest, Clock clock, DkimSigner signer) {
    this.signer = signer;
    this.server = server;
    this.longest = longest;
    this.clock = clock;
    watch.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Outcome send(Mail mail, BooleanSupplier leave) {
    var message = new RawMessage(writing, signed(mail), leave);
    SmtpLine line;
    try {
      message.setEnvelopeFrom(mail.sender());
      line = line();
    } catch (MessagingException e) {
      throw new IllegalStateException("the mail library lacks " + server.protocol(), e);
    }
    var end = watch.schedule(line::cut, longest.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return send(message, MimeLetter.recipient(mail), line);
    } finally {
      end.cancel(false);
    }
  }

  private Outcome send(RawMessage message, InternetAddress to, SmtpLine line) {
    try {
      line.connectOnce();
    } catch (MessagingException e) {
      line.hangUp();
      return Outcome.deferred(AWAY + e.getMessage());
    }
    try {
      String reply = line.send(message, to, clock.instant());
      idle.push(line);
      return Outcome.accepted(reply);
    } catch (MessagingException e) {
      line.hangUp();
      return message.isLet() ? SmtpAnswer.of(e) : SmtpAnswer.ofUnsent(e);
    } catch (RuntimeException e) {
      line.cut();
      throw e;
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    for (var line = idle.poll(); line != null; line = idle.poll()) {
      line.hangUp();
    }
  }

  private byte[] signed(Mail mail) {
    return signer.sign(MimeLetter.bytes(mail), mail.date().getEpochSecond());
  }

  private SmtpLine line() throws MessagingException {
    var stale = clock.instant().minus(IDLE);
    for (var line = idle.poll(); line != null; line = idle.poll()) {
      if (line.usedAfter(stale)) {
        return line;
      }
      line.hangUp();
    }
    var sockets = new CuttableSockets(SocketFactory.getDefault());
    return new SmtpLine(server, sockets, Session.getInstance(settings(server, sockets)));
  }

  private static Thread watcher(Runnable work) {
    var thread = new Thread(work, "smtp-watch");
    thread.setDaemon(true);
    return thread;
  }

  static Properties settings(SmtpServer server, SocketFactory sockets) {
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
    settings.put(prefix + "socketFactory", sockets);
    settings.put(prefix + "socketFactory.fallback", "false");
    return settings;
  }
}
