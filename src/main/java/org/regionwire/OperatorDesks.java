package org.regionwire;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.regionwire.broker.Broker;
import org.regionwire.broker.ParkedQueue;
import org.regionwire.figures.QueueDepths;
import org.regionwire.news.Selection;

/** Who finds and does what the operator's pages show. */
record OperatorDesks(
    OperatorDesk overview,
    LetterDesk letters,
    NewsDesk news,
    ParkedDesk parked,
    FiguresDesk figures,
    SendersDesk senders,
    OperatorActs acts) {
  private static final int BROKER_MILLIS = 10_000;

  /**
   * @param feeds those that are asked for, by who asks for them
   */
  static OperatorDesks of(
      Newsroom newsroom,
      Broker broker,
      Whereabouts whereabouts,
      Rehearsal rehearsal,
      QueueDepths depths,
      Supplier<Map<String, List<Selection>>> feeds) {
    var pages = newsroom.operatorPages();
    var clock = newsroom.clock();
    var queue = new ParkedQueue(broker.connections(BROKER_MILLIS), broker::accepting);
    var parking = new Parking(queue, newsroom.json(), rehearsal);
    var operating = newsroom.operating();
    var counts = newsroom.counts();
    var letters = new LettersByHour(operating::sent, clock);
    var random = new SecureRandom();
    return new OperatorDesks(
        new OperatorDesk(operating, newsroom.bounceRate(), broker::depth, pages, clock),
        new LetterDesk(newsroom.previews(), newsroom.acquaintance(), pages),
        new NewsDesk(newsroom, whereabouts, parking, pages),
        new ParkedDesk(parking, () -> broker.depth(Broker.DEAD), pages),
        new FiguresDesk(
            broker,
            new Charts(counts.tally(), letters, depths, clock),
            operating,
            counts.upkeep(),
            new SilentSelections(newsroom, feeds),
            pages,
            clock),
        new SendersDesk(newsroom.tokens(random), newsroom.regions(), pages, random, clock),
        new OperatorActs(operating, newsroom.selections()));
  }
}
