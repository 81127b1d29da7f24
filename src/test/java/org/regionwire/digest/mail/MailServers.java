package org.regionwire.digest.mail;

import com.icegreen.greenmail.util.ServerSetup;

/** Where mail servers for tests listen. */
public final class MailServers {
  private static final long LONGEST_START_MILLIS = 30_000;

  private MailServers() {}

  /** On a free port; on a busy machine it may take its time to start. */
  public static ServerSetup on(String protocol) {
    var setup = new ServerSetup(0, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(LONGEST_START_MILLIS);
    return setup;
  }
}
