package org.regionwire;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From which networks requests come, and how many each may make: 30 at once, then one in two
 * minutes. Networks are /24 of IPv4 and /48 of IPv6, which is also all that is kept of an address.
 */
final class Networks {
  private static final int BURST = 30;
  private static final Duration EACH = Duration.ofMinutes(2);
  private static final int MOST = 10_000;

  private final Clock clock;

  /** Until when each network has used up its share; the longest not seen goes first. */
  private final Map<String, Instant> used =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  Networks(Clock clock) {
    this.clock = clock;
  }

  /** Empty on this machine itself. A proxy here says for whom it asks (X-Forwarded-For). */
  static Optional<String> of(HttpServerRequest request) {
    String said = request.getHeader("X-Forwarded-For");
    String remote = request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    var direct = truncated(remote);
    if (direct.isPresent() || said == null) {
      return direct;
    }
    // What came before the last one the client may have made up.
    return truncated(said.substring(said.lastIndexOf(',') + 1).strip());
  }

  /** Empty for loopback addresses, and for what is no address. */
  static Optional<String> truncated(String address) {
    // A name would be looked up.
    if (!address.matches("[0-9a-fA-F:.]+")) {
      return Optional.empty();
    }
    try {
      var parsed = InetAddress.getByName(address);
      if (parsed.isLoopbackAddress()) {
        return Optional.empty();
      }
      byte[] bytes = parsed.getAddress();
      int kept = bytes.length == 4 ? 3 : 6;
      Arrays.fill(bytes, kept, bytes.length, (byte) 0);
      return Optional.of(InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * 8);
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether one more request is within the limit; counts it if so. */
  synchronized boolean admits(String network) {
    var now = clock.instant();
    var until = used.getOrDefault(network, now);
    var next = (until.isBefore(now) ? now : until).plus(EACH);
    if (next.isAfter(now.plus(EACH.multipliedBy(BURST)))) {
      return false;
    }
    used.put(network, next);
    return true;
  }
}
