package org.regionwire.bench;

import java.time.Duration;
import java.util.List;

/** Asks as fast as it is answered, on keep-alive connections, one request at a time on each. */
interface Load {
  /**
   * @param answered with a status under 400
   * @param failed with another status, or not at all
   */
  record Outcome(long answered, long failed, double seconds) {
    double perSecond() {
      return answered / seconds;
    }
  }

  /**
   * @param requests taken in turn
   */
  Outcome run(int port, List<Request> requests, int connections, Duration time) throws Exception;

  String name();

  /** wrk costs the least of the machine it shares with what is measured. */
  static Load best(Site site) {
    return Site.program("wrk").<Load>map(wrk -> new WrkLoad(wrk, site)).orElseGet(NioLoad::new);
  }
}
