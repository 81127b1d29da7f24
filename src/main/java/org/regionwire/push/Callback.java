package org.regionwire.push;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Where a subscriber wants to be told. */
record Callback(URI address) {
  static Callback of(String address) {
    return new Callback(URI.create(address));
  }

  boolean isSecure() {
    return "https".equals(address.getScheme().toLowerCase(Locale.ROOT));
  }

  /** In brackets if it is an IPv6 address. */
  String host() {
    return Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
  }

  int port() {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return isSecure() ? 443 : 80;
  }

  /** Path and query, as they came. */
  String target() {
    String path = Optional.ofNullable(address.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
  }

  /** The same with more of a query (WebSub section 5.3: what is there already stays). */
  String target(String more) {
    return target() + (address.getRawQuery() == null ? "?" : "&") + more;
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
