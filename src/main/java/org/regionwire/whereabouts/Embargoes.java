package org.regionwire.whereabouts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.regionwire.archive.JdbiEmbargo;
import org.regionwire.figures.Mending;
import org.regionwire.figures.Upkeep;
import org.regionwire.news.EnrichedItem;

/** What waits for its time, as the routes see it. */
public final class Embargoes {
  private final JdbiEmbargo embargo;
  private final Clock clock;
  private final Optional<BooleanSupplier> duty;
  private final Upkeep upkeep;

  /**
   * @param duty whether it is this node's, where there are several
   */
  public Embargoes(
      JdbiEmbargo embargo, Clock clock, Optional<BooleanSupplier> duty, Upkeep upkeep) {
    this.duty = duty;
    this.upkeep = upkeep;
    this.embargo = embargo;
    this.clock = clock;
  }

  public List<EnrichedItem> due() {
    boolean ours = duty.isEmpty() || duty.get().getAsBoolean();
    if (!ours) {
      return List.of();
    }
    var due = embargo.due(clock.instant());
    upkeep.looked(Mending.EMBARGOES, due.size());
    return due;
  }

  public void release(List<EnrichedItem> published) {
    embargo.release(published);
  }
}
