package org.regionwire;

import java.util.Locale;
import org.apache.camel.Exchange;
import org.regionwire.digest.bounces.Bounces;
import org.regionwire.digest.mail.returned.Returned;

/** What comes back, as the route sees it. The mailbox keeps it: it moves only when all is done. */
public final class Returns {
  private final Bounces bounces;

  Returns(Bounces bounces) {
    this.bounces = bounces;
  }

  /** Chooses the folder of the mailbox that the mail goes to: one is for a person to read. */
  public void take(Exchange exchange) {
    var verdict = bounces.take(exchange.getMessage().getBody(Returned.class));
    exchange.getMessage().setHeader("moveTo", "wire-" + verdict.name().toLowerCase(Locale.ROOT));
  }
}
