package org.regionwire.broker;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where an outside broker is.
 *
 * @param places {@code host:port} each: one, or a pair of which one is up
 * @param user percent-decoded, as its password
 * @param options of the Artemis client, such as {@code sslEnabled=true}
 */
record OutsideAddress(
    List<String> places,
    Optional<String> user,
    Optional<String> password,
    Map<String, String> options) {
  private static final String SCHEME = "tcp://";

  /** What must be as it is: we ourselves connect again, and know when a send is on the disk. */
  private static final Map<String, String> FIXED =
      Map.of(
          "blockOnDurableSend", "true",
          "reconnectAttempts", "0",
          "initialConnectAttempts", "1",
          "useTopologyForLoadBalancing", "false");

  /** Who hangs is found out in seconds. */
  private static final Map<String, String> UNLESS_SAID =
      Map.of(
          "clientFailureCheckPeriod", "2000",
          "connectionTTL", "6000",
          "connect-timeout-millis", "1500",
          "useGlobalPools", "true");

  /**
   * @param text {@code tcp://<user>:<password>@<host>:<port>,<host>:<port>?<option>=<value>&…},
   *     with name and password percent-encoded
   * @throws IllegalArgumentException if it is no such address, without the password
   */
  static OutsideAddress parse(String text) {
    String rest = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : "";
    String[] parts = rest.split("\\?", 2);
    int at = parts[0].lastIndexOf('@');
    String hosts = parts[0].substring(at + 1);
    if (!hosts.matches("[A-Za-z0-9.-]+:[0-9]{1,5}(,[A-Za-z0-9.-]+:[0-9]{1,5})*")) {
      throw new IllegalArgumentException(
          "is neither embedded nor " + SCHEME + "<user>:<password>@<host>:<port>");
    }
    String[] who = at < 0 ? new String[0] : parts[0].substring(0, at).split(":", 2);
    return new OutsideAddress(
        List.of(hosts.split(",", -1)),
        who.length > 0 ? Optional.of(decoded(who[0])) : Optional.empty(),
        who.length > 1 ? Optional.of(decoded(who[1])) : Optional.empty(),
        options(parts.length > 1 ? parts[1] : ""));
  }

  private static Map<String, String> options(String text) {
    Map<String, String> options = new LinkedHashMap<>(UNLESS_SAID);
    Arrays.stream(text.split("[&;]"))
        .map(option -> option.split("=", 2))
        .filter(option -> option.length == 2)
        .forEach(option -> options.put(option[0], option[1]));
    options.putAll(FIXED);
    return options;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Of one place, as Artemis wants it; without name and password. */
  String url(String place) {
    return SCHEME
        + place
        + "?"
        + options.entrySet().stream()
            .map(option -> option.getKey() + "=" + option.getValue())
            .collect(Collectors.joining("&"));
  }

  @Override
  public String toString() {
    return SCHEME + String.join(",", places);
  }
}
