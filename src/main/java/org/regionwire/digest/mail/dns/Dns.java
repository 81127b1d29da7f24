package org.regionwire.digest.mail.dns;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** Asks a DNS server. */
public final class Dns {
  private static final String MILLISECONDS = "2000";

  private final String server;

  /**
   * @param server {@code host} or {@code host:port}; empty for that of the machine
   */
  public Dns(String server) {
    this.server = server.isEmpty() ? "dns:" : "dns://" + server;
  }

  /**
   * All TXT records of a name; none when there is no such name.
   *
   * @throws NamingException when nobody answers, within some seconds
   */
  @SuppressWarnings("BanJNDI") // The DNS gives text; objects come from other providers.
  public List<String> texts(String name) throws NamingException {
    var settings = new Hashtable<String, String>();
    settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
    settings.put("java.naming.provider.url", server);
    settings.put("com.sun.jndi.dns.timeout.initial", MILLISECONDS);
    settings.put("com.sun.jndi.dns.timeout.retries", "2");
    var context = new InitialDirContext(settings);
    try {
      Attribute found = context.getAttributes(name, new String[] {"TXT"}).get("TXT");
      var texts = new ArrayList<String>();
      for (int i = 0; found != null && i < found.size(); i++) {
        texts.add(String.valueOf(found.get(i)));
      }
      return texts;
    } catch (NameNotFoundException e) {
      return List.of();
    } finally {
      context.close();
    }
  }
}
