package org.regionwire.operate;

import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.regionwire.broker.Broker;
import org.regionwire.digest.operating.Operating;
import org.regionwire.figures.Upkeep;
import org.regionwire.pages.Answer;
import org.regionwire.pages.OperatorPages;
import org.regionwire.pages.operate.FiguresPage;
import org.regionwire.pages.operate.Overview;
import org.regionwire.pages.operate.Stamp;

/** How it goes: queues, charts, what mends itself, and what nobody sends for. */
public final class FiguresDesk {
  private static final Duration OLD = Duration.ofMinutes(1);
  private static final Duration LATE = Duration.ofMinutes(10);

  private static final Map<String, String> QUEUES =
      Map.of(
          Broker.ACCEPTED,
          "accepted items, to be archived",
          "feeds",
          "published items, to be shown in feeds",
          "outside",
          "published items, to be told to outsiders",
          Broker.LETTERS,
          "reminders of digests to be sent",
          Broker.ASKED_FOR,
          "reminders of letters that someone waits for",
          Broker.DEAD,
          "parked: could not be stored or shown");

  private final Broker broker;
  private final Charts charts;
  private final Operating operating;
  private final Upkeep upkeep;
  private final SilentSelections silent;
  private final OperatorPages pages;
  private final Clock clock;

  public FiguresDesk(
      Broker broker,
      Charts charts,
      Operating operating,
      Upkeep upkeep,
      SilentSelections silent,
      OperatorPages pages,
      Clock clock) {
    this.broker = broker;
    this.charts = charts;
    this.operating = operating;
    this.upkeep = upkeep;
    this.silent = silent;
    this.pages = pages;
    this.clock = clock;
  }

  Answer figures(MultiMap asked) {
    boolean days = "day".equals(asked.get("by"));
    var found = silent.find();
    var page =
        new FiguresPage(
            days,
            broker.queues().stream().map(this::queue).toList(),
            days ? charts.days() : charts.hours(),
            "Items and letters are of all nodes, times into feeds of the node that took the item;"
                + " a node that dies takes the count of its last seconds with it. Letters whose"
                + " number is not known yet are counted when the page is opened again.",
            lost(),
            upkeep.rounds().stream().map(this::round).toList(),
            new Stamp(upkeep.since()),
            found.silent(),
            found.looked());
    return Answer.html(200, pages.figures(page));
  }

  private FiguresPage.Queue queue(String name) {
    long messages = broker.depth(name);
    var age = broker.oldest(name).map(this::age);
    boolean alarm =
        name.equals(Broker.DEAD) ? messages > 0 : age.filter(a -> a.compareTo(OLD) > 0).isPresent();
    return new FiguresPage.Queue(
        name,
        QUEUES.getOrDefault(name, ""),
        "%,d".formatted(messages),
        age.map(a -> words(a) + " ago").orElse("–"),
        alarm);
  }

  private Duration age(Instant at) {
    var age = Duration.between(at, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private List<Overview.Figure> lost() {
    Optional<Duration> oldest =
        Stream.of(Broker.ACCEPTED, "feeds")
            .flatMap(queue -> broker.oldest(queue).stream())
            .map(this::age)
            .max(Duration::compareTo);
    long parked = broker.depth(Broker.DEAD);
    long late = operating.waitingFor(LATE);
    return List.of(
        new Overview.Figure(
            "In no feed yet",
            oldest.map(FiguresDesk::words).orElse("none"),
            "age of the oldest accepted item that is in no feed",
            oldest.filter(age -> age.compareTo(OLD) > 0).isPresent(),
            ""),
        new Overview.Figure(
            "Letters late",
            "%,d".formatted(late),
            "planned for more than ten minutes, and not settled",
            false,
            ""),
        new Overview.Figure(
            "Parked", "%,d".formatted(parked), "items that wait for you", parked > 0, ""));
  }

  private FiguresPage.Round round(Upkeep.Round round) {
    return new FiguresPage.Round(
        round.what().words(),
        words(round.what().each()),
        new Stamp(round.last()),
        upkeep.isLate(round),
        "%,d".formatted(round.all()),
        round.lastFound().map(at -> new Stamp(at).text()).orElse("never"));
  }

  static String words(Duration time) {
    if (time.toDays() > 1) {
      return time.toDays() + " days";
    }
    if (time.toMinutes() > 119) {
      return time.toHours() + " h";
    }
    return time.toSeconds() > 119 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
