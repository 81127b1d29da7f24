package org.regionwire;

import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.regionwire.archive.Archive;
import org.regionwire.broker.Broker;
import org.regionwire.broker.ParkedQueue.Parked;
import org.regionwire.digest.JdbiAudience;
import org.regionwire.digest.JdbiReach;
import org.regionwire.intake.Refused;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;
import org.regionwire.news.SelectionText;
import org.regionwire.pages.Answer;
import org.regionwire.pages.OperatorPages;
import org.regionwire.pages.operate.NewsPage;
import org.regionwire.pages.operate.Overview;
import org.regionwire.pages.operate.Stamp;

/** What came in lately and where it is, and what is parked. */
final class NewsDesk {
  private static final int LATELY = 25;
  private static final int MOST_PARKED = 50;
  private static final int MOST_SILENT = 50;
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

  private static final Map<String, String> QUEUES =
      Map.of(
          Broker.ACCEPTED,
          "accepted, to be archived",
          "feeds",
          "published, to be shown in feeds",
          Broker.LETTERS,
          "reminders of letters",
          Broker.DEAD,
          "parked");

  private final Archive archive;
  private final Whereabouts whereabouts;
  private final JdbiReach reach;
  private final JdbiAudience audience;
  private final Parking parking;
  private final ToLongFunction<String> depth;
  private final OperatorPages pages;
  private final Clock clock;

  NewsDesk(
      Archive archive,
      Whereabouts whereabouts,
      JdbiReach reach,
      JdbiAudience audience,
      Parking parking,
      ToLongFunction<String> depth,
      OperatorPages pages,
      Clock clock) {
    this.archive = archive;
    this.whereabouts = whereabouts;
    this.reach = reach;
    this.audience = audience;
    this.parking = parking;
    this.depth = depth;
    this.pages = pages;
    this.clock = clock;
  }

  Answer news() {
    return news(200, "");
  }

  private Answer news(int status, String said) {
    var now = clock.instant();
    var page =
        new NewsPage(
            said,
            QUEUES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(queue -> figure(queue.getKey(), queue.getValue()))
                .toList(),
            archive.latest(Selection.ALL, LATELY, now).stream().map(this::item).toList(),
            parking.look(MOST_PARKED).stream().map(this::parked).toList(),
            silent(now));
    return Answer.html(status, pages.news(page));
  }

  private Overview.Figure figure(String queue, String note) {
    long messages = depth.applyAsLong(queue);
    boolean alarm = queue.equals(Broker.DEAD) && messages > 0;
    return new Overview.Figure(queue, "%,d".formatted(messages), note, alarm, "");
  }

  private NewsPage.Item item(PublishedItem item) {
    var where = new ArrayList<String>();
    where.add("accepted " + new Stamp(item.item().origin().received()).text());
    where.add("archived " + new Stamp(item.updated()).text() + ", revision " + item.revision());
    Optional<Instant> shown = whereabouts.find(item.id()).flatMap(trace -> trace.shown);
    shown.ifPresent(at -> where.add("on feeds " + new Stamp(at).text()));
    var letters = reach.letters(item);
    where.add("in %,d letters".formatted(letters.count()));
    return new NewsPage.Item(item.id().value(), item.item().title(), item.revision(), where);
  }

  private NewsPage.Parked parked(Parked parked) {
    return new NewsPage.Parked(
        parked.id(),
        parking.title(parked),
        parked.route(),
        parked.reason(),
        new Stamp(parked.at()),
        parking.readable(parked.text()));
  }

  /** For which nothing stands, of any age; as far as can be seen in a while. */
  private List<NewsPage.Silent> silent(Instant now) {
    var end = now.plus(LONGEST_LOOK);
    return audience.selections().stream()
        .takeWhile(selection -> clock.instant().isBefore(end))
        .filter(selection -> archive.latest(selection, 1, now).isEmpty())
        .limit(MOST_SILENT)
        .map(this::silent)
        .toList();
  }

  private NewsPage.Silent silent(Selection selection) {
    String text = SelectionText.of(selection);
    return new NewsPage.Silent(
        text, URLEncoder.encode(text, StandardCharsets.UTF_8), audience.of(selection).people());
  }

  /** Puts parked items back, or says what would come of it. */
  Answer replay(MultiMap form) {
    String act = Optional.ofNullable(form.get("act")).orElse("");
    String id = Optional.ofNullable(form.get("id")).orElse("");
    Optional<String> text = Optional.ofNullable(form.get("text")).filter(typed -> !typed.isBlank());
    try {
      return switch (act) {
        case "replay" -> news(200, parking.replay(id, text));
        case "try" -> news(200, "Only tried: " + parking.tried(id, text));
        case "all" -> news(200, parking.replayAll());
        case "try-all" -> news(200, "Only tried: " + parking.triedAll());
        default -> news(422, "What to do is none of replay, try, all, try-all.");
      };
    } catch (Refused refused) {
      return news(refused.status(), "Nothing was done: " + refused.getMessage());
    }
  }
}
