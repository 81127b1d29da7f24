package org.regionwire.digest.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Greets the mail server as the wire would, and sends nothing. */
public final class SmtpCheck {
  private final SmtpServer server;

  /**
   * @param url as in the settings
   * @throws IllegalArgumentException if it is none, without repeating it
   */
  public SmtpCheck(String url) {
    this.server = SmtpServer.parse(url);
  }

  public String host() {
    return server.host();
  }

  /** Within a minute, whatever the server does not do. */
  public List<Finding> look() {
    String where = server.host() + ":" + server.port();
    var settings = SmtpOutbox.settings(server, new CuttableSockets(SocketFactory.getDefault()));
    try (var transport = Session.getInstance(settings).getTransport(server.protocol())) {
      if (server.login().isPresent()) {
        transport.connect(server.login().get().user(), server.login().get().password());
      } else {
        transport.connect();
      }
      return transport instanceof SMTPTransport smtp ? greeted(where, smtp) : List.of();
    } catch (MessagingException e) {
      return List.of(Finding.ill(where + " cannot be used: " + e.getMessage()));
    }
  }

  private List<Finding> greeted(String where, SMTPTransport smtp) {
    var findings = new ArrayList<Finding>();
    boolean hidden = smtp.isSSL();
    findings.add(
        new Finding(
            hidden || server.isHere(),
            where + (hidden ? " is connected to, encrypted" : " is connected to, not encrypted")));
    server.login().ifPresent(one -> findings.add(Finding.well("it knows " + one.user())));
    findings.add(
        Finding.well(
            smtp.supportsExtension("SMTPUTF8")
                ? "it takes addresses with letters beyond ASCII (SMTPUTF8), and so does the form"
                : "it takes only addresses in ASCII (no SMTPUTF8), and so does the form"));
    return findings;
  }
}
