package org.regionwire;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.regionwire.broker.OutsideBroker;
import org.regionwire.digest.mail.returned.Mailbox;
import org.regionwire.door.Callers;

/**
 * How values of settings are written: each throws an {@link IllegalArgumentException} for what is
 * none.
 */
final class SettingForms {
  private static final int MAILBOX_TIMEOUT_MILLIS = 60_000;

  static final String EMBEDDED = "embedded";

  private SettingForms() {}

  static String broker(String text) {
    return text.equals(EMBEDDED) ? text : OutsideBroker.checked(text);
  }

  static String endpoint(Mailbox box) {
    return "%1$s:%2$s:%3$d?username=RAW(%4$s)&password=RAW(%5$s)&folderName=RAW(%6$s)&mail.%1$s.timeout=%7$d"
        .formatted(
            box.protocol(),
            box.host(),
            box.port(),
            box.user(),
            box.password(),
            box.folder(),
            MAILBOX_TIMEOUT_MILLIS);
  }

  static String hostAndPort(String text) {
    if (!text.isEmpty() && !text.matches("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+]):[0-9]{1,5}")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  static String networks(String text) {
    new Callers(text);
    return text;
  }

  static boolean yesOrNo(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return text.equals("true");
  }

  /** By selector, which is part of a name in the DNS. */
  static Map<String, String> files(String text) {
    Map<String, String> files = new TreeMap<>();
    for (String one : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      String[] parts = one.strip().split("=", 2);
      if (parts.length < 2
          || !parts[0].matches("[A-Za-z0-9][A-Za-z0-9.-]*")
          || parts[1].isEmpty()) {
        throw new IllegalArgumentException(text);
      }
      files.put(parts[0], parts[1]);
    }
    return files;
  }

  static Set<Integer> ports(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(port -> Integer.valueOf(port.strip()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Where traces go; empty for nowhere. */
  static Optional<URI> collector(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    URI uri = URI.create(text);
    if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().startsWith("http")) {
      throw new IllegalArgumentException(text);
    }
    return Optional.of(uri);
  }

  static String webAddress(String text) {
    URI uri = URI.create(text);
    if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().startsWith("http")) {
      throw new IllegalArgumentException(text);
    }
    String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (bare.indexOf('/', uri.getScheme().length() + "://".length()) >= 0) {
      // links on pages lead from the root
      throw new IllegalArgumentException(text);
    }
    return bare;
  }

  /** Most mail servers give what comes to {@code name+word@} to {@code name@} (RFC 5233). */
  static String marked(String address) {
    int at = Math.max(0, address.lastIndexOf('@'));
    return address.substring(0, at) + "+{letter}" + address.substring(at);
  }
}
