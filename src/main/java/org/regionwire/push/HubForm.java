package org.regionwire.push;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.intake.Problem;
import org.regionwire.intake.Refused;

/** Reads what a subscriber sends to the hub. */
final class HubForm {
  private static final long SHORTEST_LEASE = 60;
  private static final long LONGEST_LEASE = 30L * 86_400;
  private static final long USUAL_LEASE = 10L * 86_400;

  /** Less than 200 bytes (WebSub section 5.1). */
  private static final int LONGEST_SECRET = 199;

  private final FeedSource source;
  private final CallbackRules rules;

  HubForm(FeedSource source, CallbackRules rules) {
    this.source = source;
    this.rules = rules;
  }

  /**
   * @param fields by name, each with its values
   * @throws Refused 422 with every problem
   */
  HubRequest read(Map<String, List<String>> fields) {
    var problems = new ArrayList<Problem>();
    var mode = mode(text(fields, "hub.mode", problems), problems);
    String topic = topic(text(fields, "hub.topic", problems));
    String callback = text(fields, "hub.callback", problems);
    String secret = text(fields, "hub.secret", problems);
    String asked = text(fields, "hub.lease_seconds", problems);
    // Who leaves may say how long, to no purpose (WebSub section 5.1).
    long lease = mode == Intent.Mode.UNSUBSCRIBE ? 0 : lease(asked, problems);
    add(problems, "hub.topic", topic.isEmpty() ? missing() : source.objection(topic));
    add(problems, "hub.callback", callback.isEmpty() ? missing() : rules.objection(callback));
    if (secret.getBytes(StandardCharsets.UTF_8).length > LONGEST_SECRET) {
      add(problems, "hub.secret", Optional.of("must have less than 200 bytes"));
    }
    if (!problems.isEmpty()) {
      throw new Refused(422, problems);
    }
    return new HubRequest(mode, topic, Callback.of(callback), lease, secret);
  }

  /** Escapes that are none of ours are those that mean nothing (WebSub section 5.1.1). */
  private String topic(String asked) {
    String decoded = Unreserved.decoded(asked);
    return source.objection(asked).isPresent() && source.objection(decoded).isEmpty()
        ? decoded
        : asked;
  }

  private static Optional<String> missing() {
    return Optional.of("is missing");
  }

  private static Intent.Mode mode(String word, List<Problem> problems) {
    switch (word) {
      case "subscribe":
        return Intent.Mode.SUBSCRIBE;
      case "unsubscribe":
        return Intent.Mode.UNSUBSCRIBE;
      default:
        add(problems, "hub.mode", Optional.of("is subscribe or unsubscribe"));
        return Intent.Mode.SUBSCRIBE;
    }
  }

  /** The hub decides in the end (WebSub section 5.1): within its bounds, what was asked for. */
  private static long lease(String text, List<Problem> problems) {
    if (text.isEmpty()) {
      return USUAL_LEASE;
    }
    if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) == 0) {
      add(problems, "hub.lease_seconds", Optional.of("is a positive whole number of seconds"));
      return USUAL_LEASE;
    }
    return Math.max(SHORTEST_LEASE, Math.min(LONGEST_LEASE, Long.parseLong(text)));
  }

  private static String text(
      Map<String, List<String>> fields, String name, List<Problem> problems) {
    var values = fields.getOrDefault(name, List.of());
    if (values.size() > 1) {
      add(problems, name, Optional.of("can be given once"));
    }
    return values.isEmpty() ? "" : values.get(0);
  }

  private static void add(List<Problem> problems, String name, Optional<String> detail) {
    detail.ifPresent(d -> problems.add(new Problem("/" + name, d)));
  }
}
