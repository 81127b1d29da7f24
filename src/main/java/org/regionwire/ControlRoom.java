package org.regionwire;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.regionwire.broker.Broker;
import org.regionwire.figures.LettersByHour;
import org.regionwire.figures.QueueDepths;
import org.regionwire.news.Selection;
import org.regionwire.operate.Charts;
import org.regionwire.operate.FiguresDesk;
import org.regionwire.operate.LetterDesk;
import org.regionwire.operate.NewsDesk;
import org.regionwire.operate.OperateDelivery;
import org.regionwire.operate.OperatorActs;
import org.regionwire.operate.OperatorDesk;
import org.regionwire.operate.OperatorDesks;
import org.regionwire.operate.OperatorDoor;
import org.regionwire.operate.ParkedDesk;
import org.regionwire.operate.SendersDesk;
import org.regionwire.operate.SilentSelections;
import org.regionwire.pages.OperatorPages;
import org.regionwire.parked.Parking;
import org.regionwire.whereabouts.Whereabouts;

/** What an operator sees and decides at {@code /operate}. */
final class ControlRoom {
  private final Newsroom newsroom;
  private final Mailroom mailroom;
  private final OperatorPages pages;
  private final Clock clock;

  ControlRoom(Newsroom newsroom) {
    this.newsroom = newsroom;
    mailroom = newsroom.mailroom();
    pages = newsroom.operatorPages();
    clock = newsroom.clock();
  }

  /**
   * @param base the address people see
   * @param feeds those that are asked for, by who asks for them
   */
  OperateDelivery delivery(
      URI base,
      Broker broker,
      Whereabouts whereabouts,
      Parking parking,
      QueueDepths depths,
      Supplier<Map<String, List<Selection>>> feeds) {
    var desks =
        new OperatorDesks(
            new OperatorDesk(
                mailroom.operating(), mailroom.bounceRate(), broker::depth, pages, clock),
            new LetterDesk(mailroom.previews(), mailroom.acquaintance(), pages),
            news(whereabouts, parking),
            new ParkedDesk(parking, () -> broker.depth(Broker.DEAD), pages),
            figures(broker, depths, feeds),
            senders(),
            new OperatorActs(mailroom.operating(), newsroom.selections()));
    return new OperateDelivery(new OperatorDoor(newsroom.operators(), pages, base), desks);
  }

  private NewsDesk news(Whereabouts whereabouts, Parking parking) {
    return new NewsDesk(
        newsroom.archive(),
        newsroom.embargo(),
        mailroom.reach(),
        newsroom.selections(),
        whereabouts,
        parking,
        pages,
        clock);
  }

  private FiguresDesk figures(
      Broker broker, QueueDepths depths, Supplier<Map<String, List<Selection>>> feeds) {
    var counts = newsroom.counts();
    var operating = mailroom.operating();
    var silent =
        new SilentSelections(
            newsroom.archive(),
            mailroom.audience(),
            newsroom.regions(),
            newsroom.selections(),
            feeds,
            clock);
    return new FiguresDesk(
        broker,
        new Charts(counts.tally(), new LettersByHour(operating::sent, clock), depths, clock),
        operating,
        counts.upkeep(),
        silent,
        pages,
        clock);
  }

  private SendersDesk senders() {
    var random = new SecureRandom();
    return new SendersDesk(newsroom.tokens(random), newsroom.regions(), pages, random, clock);
  }
}
