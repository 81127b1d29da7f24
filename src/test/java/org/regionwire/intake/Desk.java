package org.regionwire.intake;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import org.regionwire.intake.reading.Reader;
import org.regionwire.intake.validating.Validator;
import org.regionwire.news.Format;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Submission;

/** Reads and validates in a small world where it is always noon on 2 May 2026. */
public final class Desk {
  public static final Instant NOON = Instant.parse("2026-05-02T12:00:00Z");

  private final Reader reader = new Reader(Limits.USUAL);
  private final Validator validator =
      new Validator(
          new SmallWorld(),
          SmallWorld.TOPICS,
          Clock.fixed(NOON, ZoneOffset.UTC),
          RandomGenerator.of("L64X128MixRandom"));

  public NewsItem accepts(String json) {
    return accepts(Format.JSON, json);
  }

  public NewsItem accepts(Format format, String body) {
    return accepts(submission(format, body.getBytes(StandardCharsets.UTF_8)));
  }

  public NewsItem accepts(Submission submission) {
    return validator.validate(reader.read(submission));
  }

  public NewsItem again(NewsItem item) {
    return validator.again(item);
  }

  public Refused refuses(String json) {
    return refuses(Format.JSON, json);
  }

  public Refused refuses(Format format, String body) {
    return refuses(format, body.getBytes(StandardCharsets.UTF_8));
  }

  public Refused refuses(Format format, byte[] body) {
    return catchThrowableOfType(Refused.class, () -> accepts(submission(format, body)));
  }

  public Refused refuses(Draft draft) {
    return catchThrowableOfType(Refused.class, () -> validator.validate(draft));
  }

  public static Submission submission(Format format, byte[] body) {
    return new Submission("desk", "key-1", false, "hash", NOON, format, body);
  }
}
