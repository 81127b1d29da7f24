package org.regionwire.intake.validating;

import java.time.Instant;
import java.util.Optional;

/** When an item was written, when it may appear and when it goes. */
record Times(Optional<Instant> written, Optional<Instant> publishAt, Optional<Instant> expires) {
  /** The first year that mail and RSS can say (RFC 5322 section 3.3). */
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

  static Times of(Fields item, Instant now) {
    Optional<Moment> published = item.parsed("published", Moment::parse);
    if (published.filter(moment -> moment.isFuture(now)).isPresent()) {
      item.problem("published", "is in the future; to publish later, use publishAt");
    }
    if (published.filter(moment -> moment.start().isBefore(FIRST)).isPresent()) {
      item.problem("published", "is before 1900, which feeds cannot say");
    }
    var publishAt = item.parsed("publishAt", Moment::parse).map(Moment::start);
    var expires = item.parsed("expires", Moment::parse).map(Moment::end);
    if (expires.filter(end -> !end.isAfter(now)).isPresent()) {
      item.problem("expires", "is already over");
    }
    if (expires.isPresent() && publishAt.filter(at -> !at.isBefore(expires.get())).isPresent()) {
      item.problem("expires", "is not after publishAt");
    }
    var written = published.map(Moment::start).map(at -> at.isAfter(now) ? now : at);
    return new Times(written, publishAt, expires);
  }
}
