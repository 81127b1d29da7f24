package org.regionwire.region.event;

import java.time.LocalTime;
import java.util.Optional;

/** An hour or two beside a day. */
record Clock(LocalTime from, Optional<LocalTime> to, int next) {

  /** The first one after the day in its sentence, else the first one before it. */
  static Optional<Clock> of(Mention mention) {
    var sentence = Sentence.around(mention);
    var after = first(mention.line(), mention.to(), sentence.to());
    return after.or(() -> first(mention.line(), sentence.from(), mention.from()));
  }

  private static Optional<Clock> first(Line line, int from, int to) {
    var parser = new ClockParser(line);
    for (int i = from; i < to; i++) {
      var clock = parser.at(i);
      if (clock.isPresent()) {
        return clock;
      }
    }
    return Optional.empty();
  }
}
