package org.regionwire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps the broker from listening where strangers come by while nobody has a password. Over HTTP
 * nothing can be sent without a token, and one is made before it listens.
 */
final class Exposure {
  private Exposure() {}

  /**
   * @param listens host and port by protocol
   * @param readers passwords by name
   * @param file where they come from
   * @throws IllegalStateException that says how to mend it
   */
  static void check(Map<String, String> listens, Map<String, String> readers, Path file) {
    if (!readers.isEmpty()) {
      return;
    }
    listens.forEach(
        (protocol, address) -> {
          if (!isLoopback(address.substring(0, address.lastIndexOf(':')))) {
            throw new IllegalStateException(
                "regionwire.broker.%1$s = %2$s can be reached from other machines, but %3$s names nobody with a password. Write a line name:password into it, or delete it and the next start makes one, or listen on 127.0.0.1"
                    .formatted(protocol, address, file));
          }
        });
  }

  /** A name that is not known is not. */
  static boolean isLoopback(String host) {
    try {
      String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      return Stream.of(InetAddress.getAllByName(bare)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
