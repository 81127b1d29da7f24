package org.regionwire;

import java.time.Clock;
import java.util.List;
import org.regionwire.archive.JdbiEmbargo;
import org.regionwire.news.EnrichedItem;

/** What waits for its time, as the routes see it. */
public final class Embargoes {
  private final JdbiEmbargo embargo;
  private final Clock clock;

  Embargoes(JdbiEmbargo embargo, Clock clock) {
    this.embargo = embargo;
    this.clock = clock;
  }

  public List<EnrichedItem> due() {
    return embargo.due(clock.instant());
  }

  public void release(List<EnrichedItem> published) {
    embargo.release(published);
  }
}
