package org.regionwire.intake;

import java.time.Instant;
import java.util.Optional;

/** When an item was written, when it may appear and when it goes. */
record Times(Optional<Instant> written, Optional<Instant> publishAt, Optional<Instant> expires) {

  static Times of(Fields item, Instant now) {
    Optional<Moment> published = item.parsed("published", Moment::parse);
    if (published.filter(moment -> moment.isFuture(now)).isPresent()) {
      item.problem("published", "is in the future; to publish later, use publishAt");
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
