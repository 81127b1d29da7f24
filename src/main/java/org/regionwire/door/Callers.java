package org.regionwire.door;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * From where requests come. What a proxy says of it ({@code Forwarded} of RFC 7239, or {@code
 * X-Forwarded-For}) is believed when the request comes from one of ours, and of several only as far
 * as ours go: what stands before them a client may have made up.
 */
public final class Callers {
  private static final String NOBODY = "";

  private final List<Network> proxies;

  /**
   * @param proxies networks of ours, {@code 10.0.0.0/8, ::1}; empty for none
   * @throws IllegalArgumentException if one is none
   */
  public Callers(String proxies) {
    this.proxies = Network.list(proxies);
  }

  /**
   * All that anyone keeps of the caller's address: {@code 192.0.2.0/24}, or /48 of IPv6. Nothing
   * for this machine itself; a proxy on it that is none of ours counts as one network.
   */
  public Optional<String> network(HttpServerRequest request) {
    String remote =
        request.remoteAddress() == null ? NOBODY : request.remoteAddress().hostAddress();
    boolean forwards =
        request.headers().contains("X-Forwarded-For") || request.headers().contains("Forwarded");
    if (!forwards) {
      return Network.address(remote)
          .filter(direct -> !direct.isLoopbackAddress())
          .map(direct -> Network.around(direct).toString());
    }
    return network(
        remote,
        ForwardedFor.forwarded(request.headers().getAll("Forwarded")),
        ForwardedFor.simple(request.headers().getAll("X-Forwarded-For")));
  }

  /**
   * @param forwarded whom each proxy spoke for, by one header, the nearest last
   * @param simple the same by the other; when they differ, one of them is the client's own, and
   *     neither is believed
   */
  Optional<String> network(String remote, List<String> forwarded, List<String> simple) {
    var direct = Network.address(remote);
    var one = direct.map(from -> client(from, forwarded));
    var other = direct.map(from -> client(from, simple));
    var told = forwarded.isEmpty() ? other : simple.isEmpty() || one.equals(other) ? one : direct;
    return told.map(address -> Network.around(address).toString());
  }

  private InetAddress client(InetAddress remote, List<String> said) {
    InetAddress client = remote;
    for (int i = said.size() - 1; i >= 0 && isOurs(client); i--) {
      var next = Network.address(said.get(i));
      if (next.isEmpty()) {
        return client;
      }
      client = next.get();
    }
    return client;
  }

  private boolean isOurs(InetAddress address) {
    return proxies.stream().anyMatch(network -> network.has(address));
  }
}
