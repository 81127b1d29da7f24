package org.regionwire.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/**
 * Those who come straight from networks of ours. Who comes through a proxy is none of them,
 * whatever the proxy says and wherever it stands: it lets in strangers.
 */
public final class Insiders {
  private static final List<String> SIGNS_OF_A_PROXY =
      List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via");

  private final List<Network> networks;

  /**
   * @param networks {@code 10.0.0.0/8, ::1}; empty for none
   * @throws IllegalArgumentException if one is none
   */
  public Insiders(String networks) {
    this.networks = Network.list(networks);
  }

  /** Whether who sent it is one. */
  public boolean has(HttpServerRequest request) {
    String from = request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    return has(from, request.headers());
  }

  boolean has(String from, MultiMap headers) {
    return SIGNS_OF_A_PROXY.stream().noneMatch(headers::contains)
        && Optional.ofNullable(from)
            .flatMap(Network::address)
            .filter(address -> networks.stream().anyMatch(network -> network.has(address)))
            .isPresent();
  }
}
