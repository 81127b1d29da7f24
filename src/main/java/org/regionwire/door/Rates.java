package org.regionwire.door;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How often each may come: by token, and by network. Each answer is how long to wait, or nothing
 * for who may pass.
 */
public final class Rates {
  private final Bounds bounds;
  private final Turnstile senders;
  private final Turnstile networks;
  private final Turnstile askers;

  public Rates(Bounds bounds, Clock clock) {
    this.bounds = bounds;
    this.senders = new Turnstile(Duration.ofMinutes(1), clock);
    this.networks = new Turnstile(Duration.ofMinutes(1), clock);
    this.askers = new Turnstile(Duration.ofHours(1), clock);
  }

  /**
   * One more submission or change.
   *
   * @param perMinute what this token may; 0 for what the setting says
   */
  public Optional<Duration> sends(String token, int perMinute) {
    return senders.pass(token, perMinute == 0 ? bounds.sender() : perMinute);
  }

  /** One more submission, change or request to the hub. */
  public Optional<Duration> posts(String network) {
    return networks.pass(network, bounds.network());
  }

  /** One more request for letters. */
  public Optional<Duration> asks(String network) {
    return askers.pass(network, bounds.asks());
  }

  /** For {@code Retry-After}: whole seconds, one at least. */
  public static long seconds(Duration wait) {
    return wait.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
