package org.regionwire;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.regionwire.archive.JdbiEmbargo;
import org.regionwire.news.EnrichedItem;

/** What waits for its time, as the routes see it. */
public final class Embargoes {
  private final JdbiEmbargo embargo;
  private final Clock clock;
  private final Optional<BooleanSupplier> duty;

  /**
   * @param duty whether it is this node's, where there are several
   */
  Embargoes(JdbiEmbargo embargo, Clock clock, Optional<BooleanSupplier> duty) {
    this.duty = duty;
    this.embargo = embargo;
    this.clock = clock;
  }

  public List<EnrichedItem> due() {
    boolean ours = duty.isEmpty() || duty.get().getAsBoolean();
    return ours ? embargo.due(clock.instant()) : List.of();
  }

  public void release(List<EnrichedItem> published) {
    embargo.release(published);
  }
}
