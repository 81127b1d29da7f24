package org.regionwire;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.regionwire.broker.Broker;
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
  /**
   * @param feeds those that are asked for, by who asks for them
   */
  static OperatorDesks of(
      Newsroom newsroom,
      Broker broker,
      Whereabouts whereabouts,
      Parking parking,
      QueueDepths depths,
      Supplier<Map<String, List<Selection>>> feeds) {
    var pages = newsroom.operatorPages();
    var clock = newsroom.clock();
    var operating = newsroom.mailroom().operating();
    var counts = newsroom.counts();
    var letters = new LettersByHour(operating::sent, clock);
    var random = new SecureRandom();
    return new OperatorDesks(
        new OperatorDesk(operating, newsroom.mailroom().bounceRate(), broker::depth, pages, clock),
        new LetterDesk(newsroom.mailroom().previews(), newsroom.mailroom().acquaintance(), pages),
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
