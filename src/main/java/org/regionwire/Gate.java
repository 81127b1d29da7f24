package org.regionwire;

import java.io.IOException;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.regionwire.door.Callers;
import org.regionwire.door.Crowd;
import org.regionwire.door.OwnPages;
import org.regionwire.door.Rates;
import org.regionwire.intake.Submissions;
import org.regionwire.senders.Senders;

/**
 * What is asked of whoever comes: who they are, from where, how often, and whether there is room.
 */
record Gate(Senders senders, Callers callers, Rates rates, Crowd crowd, OwnPages ownPages) {

  /**
   * @param queue how many items wait for the archive
   */
  static Gate of(Settings settings, Newsroom newsroom, LongSupplier queue, RandomGenerator random)
      throws IOException {
    var submitToken = SecretFile.in(settings.token(), random);
    var clock = newsroom.clock();
    var bounds = settings.bounds;
    return new Gate(
        new Senders(newsroom.database(), Submissions.NEWSROOM, submitToken::is, clock),
        new Callers(settings.proxies),
        new Rates(bounds, clock),
        new Crowd(bounds.underway(), bounds.queue(), queue),
        new OwnPages(settings.base));
  }
}
