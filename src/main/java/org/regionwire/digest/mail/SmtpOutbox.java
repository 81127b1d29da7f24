package org.regionwire.digest.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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

  /** Someone waits for the answer at a form. */
  private static final Duration QUESTION = Duration.ofSeconds(5);

  private static final String AWAY = "the mail server cannot be reached: ";

  private final SmtpServer server;
  private final Duration longest;
  private final Clock clock;
  private final DkimSigner signer;
  private final Session writing = Session.getInstance(new Properties());
  private final Deque<SmtpLine> idle = new ConcurrentLinkedDeque<>();

  /** A connection that speaks UTF-8 says so of each of its letters. */
  private final Deque<SmtpLine> international = new ConcurrentLinkedDeque<>();

  private final Utf8Offer offer;
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
    this.offer = new Utf8Offer(clock, this::offersUtf8);
    watch.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Outcome send(Mail mail, BooleanSupplier leave) {
    var message = new RawMessage(writing, signed(mail), leave);
    SmtpLine line;
    try {
      message.setEnvelopeFrom(mail.sender());
      line = line(mail.isInternational());
    } catch (MessagingException e) {
      throw new IllegalStateException("the mail library lacks " + server.protocol(), e);
    }
    var end = watch.schedule(line::cut, longest.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return connected(line).orElseGet(() -> send(message, mail, line));
    } finally {
      end.cancel(false);
    }
  }

  /** What becomes of the letter when the server cannot be reached. */
  private Optional<Outcome> connected(SmtpLine line) {
    try {
      if (line.connectOnce()) {
        offer.heard(line.offers(Utf8Offer.NAME));
      }
      return Optional.empty();
    } catch (MessagingException e) {
      line.hangUp();
      return Optional.of(Outcome.deferred(AWAY + e.getMessage()));
    }
  }

  private Outcome send(RawMessage message, Mail mail, SmtpLine line) {
    if (mail.isInternational() && !line.offers(Utf8Offer.NAME)) {
      line.hangUp();
      return Outcome.deferred(Utf8Offer.NONE + ", which this address needs");
    }
    if (mail.isInternational() && line.offers("8BITMIME")) {
      message.international();
    }
    try {
      String reply = line.send(message, MimeLetter.recipient(mail), clock.instant());
      idle(mail.isInternational()).push(line);
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
    for (var lines : List.of(idle, international)) {
      for (var line = lines.poll(); line != null; line = lines.poll()) {
        line.hangUp();
      }
    }
  }

  @Override
  public Optional<String> onlyAscii() {
    return offer.whyNot();
  }

  private boolean offersUtf8() throws MessagingException {
    var line = newLine(false);
    var end = watch.schedule(line::cut, QUESTION.toMillis(), TimeUnit.MILLISECONDS);
    try {
      line.connectOnce();
      return line.offers(Utf8Offer.NAME);
    } finally {
      end.cancel(false);
      line.hangUp();
    }
  }

  private Deque<SmtpLine> idle(boolean utf8) {
    return utf8 ? international : idle;
  }

  private byte[] signed(Mail mail) {
    return signer.sign(MimeLetter.bytes(mail), mail.date().getEpochSecond());
  }

  private SmtpLine line(boolean utf8) throws MessagingException {
    var stale = clock.instant().minus(IDLE);
    for (var line = idle(utf8).poll(); line != null; line = idle(utf8).poll()) {
      if (line.usedAfter(stale)) {
        return line;
      }
      line.hangUp();
    }
    return newLine(utf8);
  }

  private SmtpLine newLine(boolean utf8) throws MessagingException {
    var sockets = new CuttableSockets(SocketFactory.getDefault());
    var settings = settings(server, sockets);
    settings.put("mail.mime.allowutf8", Boolean.toString(utf8));
    return new SmtpLine(server, sockets, Session.getInstance(settings));
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
