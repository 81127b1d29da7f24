package org.regionwire.push;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.regionwire.push.JdbiBooks.Open;

/**
 * Asks a callback whether it meant what was asked in its name, and tells it of refusals (WebSub
 * sections 5.2 and 5.3).
 */
final class Verifying {
  private static final Map<String, String> HEADERS =
      Map.of("Accept", "*/*", "User-Agent", Hub.NAME);

  private final RandomGenerator random;
  private final Clock clock;

  Verifying(RandomGenerator random, Clock clock) {
    this.random = random;
    this.clock = clock;
  }

  Lanes.Job job(Intent intent, Settlements settlements) {
    String challenge = challenge();
    return new Lanes.Job(
        intent.id(),
        intent.callback().host(),
        () -> call(intent, challenge),
        reply -> settlements.add(intent.id(), settled(intent, challenge, reply)),
        () -> settlements.add(intent.id(), postponed(intent, intent.attempts())));
  }

  private String challenge() {
    byte[] bits = new byte[24];
    random.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  private static Call call(Intent intent, String challenge) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("hub.mode", intent.mode().word());
    fields.put("hub.topic", intent.topic());
    if (intent.mode() == Intent.Mode.DENIED) {
      fields.put("hub.reason", intent.reason());
    } else {
      fields.put("hub.challenge", challenge);
    }
    if (intent.mode() == Intent.Mode.SUBSCRIBE) {
      fields.put("hub.lease_seconds", Long.toString(intent.leaseSeconds()));
    }
    String query =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return new Call(intent.callback(), intent.callback().target(query), HEADERS, new byte[0]);
  }

  /** Whoever does not stand by a wish ends it; whoever cannot be reached is asked again. */
  private Consumer<Open> settled(Intent intent, String challenge, Reply reply) {
    boolean tryAgain = reply.isSilence() || reply.status() >= 500;
    if (tryAgain && intent.attempts() + 1 < Patience.VERIFICATIONS) {
      return postponed(intent, intent.attempts() + 1);
    }
    boolean meant = reply.isSuccess() && reply.body().equals(challenge);
    // It may have been replaced by another wish meanwhile, which has an id of its own.
    return open ->
        open.intents()
            .find(intent.id())
            .ifPresent(
                known -> {
                  open.intents().settle(known.id());
                  if (meant) {
                    fulfil(open, known);
                  }
                });
  }

  private void fulfil(Open open, Intent intent) {
    switch (intent.mode()) {
      case SUBSCRIBE -> open.followers().follow(intent, clock.instant());
      case UNSUBSCRIBE -> open.followers().unfollow(intent.topic(), intent.callback().toString());
      case DENIED -> {}
    }
  }

  private Consumer<Open> postponed(Intent intent, int attempts) {
    var until = clock.instant().plus(Patience.after(Math.max(1, attempts)));
    return open -> open.intents().postpone(intent.id(), attempts, until);
  }
}
