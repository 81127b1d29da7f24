package org.regionwire.operate;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.regionwire.broker.Broker;
import org.regionwire.digest.Doubt;
import org.regionwire.digest.Pause;
import org.regionwire.digest.Pause.Scope;
import org.regionwire.digest.bounces.BounceRate;
import org.regionwire.digest.operating.Operating;
import org.regionwire.digest.operating.Progress;
import org.regionwire.pages.Answer;
import org.regionwire.pages.OperatorPages;
import org.regionwire.pages.operate.Overview;
import org.regionwire.pages.operate.Stamp;

/** Finds what the operator's first page shows. */
public final class OperatorDesk {
  private static final Duration BACK = Duration.ofDays(3);
  private static final int MOST_RUNS = 10;
  private static final int MOST_DOUBTS = 50;

  /** What forms lead back with. */
  private static final Map<String, String> SAID =
      Map.of(
          "paused", "Paused, from the next letter on.",
          "resumed", "Resumed; it goes on within seconds.",
          "was-not-paused", "It was not paused.",
          "again", "These letters go out again within seconds.",
          "sent", "These letters count as sent.",
          "none-chosen", "No letter was chosen; nothing was done.",
          "not-in-doubt", "None of these letters is in doubt any more.");

  private final Operating operating;
  private final BounceRate bounces;
  private final ToLongFunction<String> depth;
  private final OperatorPages pages;
  private final Clock clock;

  /**
   * @param depth of a queue
   */
  public OperatorDesk(
      Operating operating,
      BounceRate bounces,
      ToLongFunction<String> depth,
      OperatorPages pages,
      Clock clock) {
    this.operating = operating;
    this.bounces = bounces;
    this.depth = depth;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * @param word for what was done; anything else says nothing
   */
  Answer overview(Optional<String> word) {
    return overview(200, word.map(one -> SAID.getOrDefault(one, "")).orElse(""));
  }

  Answer overview(int status, String said) {
    var pauses = operating.pauses();
    var runs = operating.progress(clock.instant().minus(BACK));
    long doubts = operating.uncertain();
    var overview =
        new Overview(
            said,
            pauses.stream().anyMatch(pause -> pause.scope() == Scope.ALL),
            figures(runs, doubts),
            runs.stream().limit(MOST_RUNS).map(run -> run(run, pauses)).toList(),
            pauses.stream().map(OperatorDesk::hold).toList(),
            operating.uncertain(MOST_DOUBTS).stream().map(OperatorDesk::doubt).toList(),
            doubts);
    return Answer.html(status, pages.overview(overview));
  }

  private List<Overview.Figure> figures(List<Progress> runs, long doubts) {
    var figures = new ArrayList<Overview.Figure>();
    long parked = depth.applyAsLong(Broker.DEAD);
    figures.add(
        new Overview.Figure(
            "Parked",
            number(parked),
            "items that could not be stored or shown",
            parked > 0,
            "/operate/parked"));
    long accepted = depth.applyAsLong(Broker.ACCEPTED);
    figures.add(figure("To be archived", accepted, "accepted items in the queue", false));
    long waiting = runs.stream().mapToLong(Progress::left).sum();
    figures.add(figure("Letters waiting", waiting, "of the runs below", false));
    figures.add(
        new Overview.Figure(
            "In doubt", number(doubts), "letters that may have gone out", doubts > 0, "#doubts"));
    var back = bounces.count();
    figures.add(
        new Overview.Figure(
            "Came back",
            "%.1f %%".formatted(back.rate()),
            back.words() + "; at " + back.percent() + " % sending pauses",
            back.isTooMuch(),
            ""));
    return figures;
  }

  private static Overview.Figure figure(String name, long value, String note, boolean alarm) {
    return new Overview.Figure(name, number(value), note, alarm, "");
  }

  private static String number(long value) {
    return "%,d".formatted(value);
  }

  private static Overview.Run run(Progress progress, List<Pause> pauses) {
    var run = progress.run();
    return new Overview.Run(
        run.run(),
        run.all(),
        run.settled(),
        progress.percent(),
        run.words(),
        progress.pace(),
        pauses.stream().anyMatch(one -> one.scope() == Scope.RUN && one.name().equals(run.run())));
  }

  private static Overview.Hold hold(Pause pause) {
    return new Overview.Hold(
        pause.scope().word(),
        pause.name(),
        Held.by(pause).words(),
        new Stamp(pause.since()),
        pause.isOpen() ? "" : ", until " + new Stamp(pause.until()).text() + " UTC",
        pause.reason());
  }

  private static Overview.Doubt doubt(Doubt doubt) {
    return new Overview.Doubt(
        doubt.letter(), doubt.destination(), doubt.tries(), new Stamp(doubt.next()), doubt.reply());
  }
}
