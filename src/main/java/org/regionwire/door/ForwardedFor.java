package org.regionwire.door;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads for whom proxies say they speak: addresses in the order of the headers. */
final class ForwardedFor {
  private ForwardedFor() {}

  /**
   * {@code Forwarded: for=192.0.2.60;proto=http, for="[2001:db8::1]:4711"} (RFC 7239 section 4).
   *
   * @return what each element says; empty text for one that does not say it
   */
  static List<String> forwarded(List<String> headers) {
    return headers.stream()
        .flatMap(ForwardedFor::elements)
        .map(ForwardedFor::node)
        .map(ForwardedFor::withoutPort)
        .toList();
  }

  /** {@code X-Forwarded-For: 192.0.2.60, 198.51.100.7}, which is no standard. */
  static List<String> simple(List<String> headers) {
    return headers.stream().flatMap(ForwardedFor::elements).map(ForwardedFor::withoutPort).toList();
  }

  private static Stream<String> elements(String header) {
    return Arrays.stream(header.split(",", -1)).map(String::strip);
  }

  private static String node(String element) {
    for (String pair : element.split(";", -1)) {
      String[] parts = pair.strip().split("=", 2);
      if (parts.length == 2 && parts[0].strip().toLowerCase(Locale.ROOT).equals("for")) {
        return parts[1].strip().replace("\"", "");
      }
    }
    return "";
  }

  private static String withoutPort(String node) {
    if (node.startsWith("[")) {
      return node.substring(1, Math.max(1, node.indexOf(']')));
    }
    int colon = node.indexOf(':');
    boolean hasPort = colon > 0 && colon == node.lastIndexOf(':');
    return hasPort ? node.substring(0, colon) : node;
  }
}
