package org.regionwire.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which callbacks the hub calls. Without these anyone could make it ask the machines of the network
 * it stands in (server-side request forgery).
 */
public final class CallbackRules {
  private static final int LONGEST = 2_000;

  private final boolean privates;
  private final Set<Integer> ports;

  /**
   * @param privates whether callbacks may be at private addresses, at any port: for intranets
   * @param ports otherwise
   */
  public CallbackRules(boolean privates, Set<Integer> ports) {
    this.privates = privates;
    this.ports = Set.copyOf(ports);
  }

  /** What is wrong with a callback as it is written, as a sentence without its subject. */
  Optional<String> objection(String text) {
    if (text.length() > LONGEST) {
      return Optional.of("is too long; at most " + LONGEST + " characters");
    }
    try {
      return objection(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.of("is not a web address: " + e.getReason());
    }
  }

  private Optional<String> objection(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(java.util.Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("must begin with http:// or https://");
    }
    if (address.getHost() == null || address.getHost().contains("%")) {
      return Optional.of("has no host that can be called");
    }
    if (address.getRawUserInfo() != null) {
      return Optional.of("must not carry a user name");
    }
    if (address.getRawFragment() != null) {
      return Optional.of("must not have a fragment");
    }
    int port = new Callback(address).port();
    if (port < 1 || port > 65_535 || !privates && !ports.contains(port)) {
      return Optional.of("has port " + port + ", which the hub does not call");
    }
    return Optional.empty();
  }

  /**
   * Resolves a host once; whoever calls it connects to the answer. May block.
   *
   * @param host in brackets if it is an IPv6 address
   * @throws UnknownHostException if there is none, or if one of its addresses must not be called
   */
  InetAddress resolve(String host) throws UnknownHostException {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    var found = List.of(InetAddress.getAllByName(bare));
    for (InetAddress address : found) {
      if (!privates && !PublicAddress.is(address)) {
        throw new UnknownHostException(host + " is not at a public address");
      }
    }
    return found.get(0);
  }
}
