package org.regionwire.digest;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;
import org.regionwire.digest.composing.LetterContents;
import org.regionwire.digest.letters.LetterWriter;
import org.regionwire.digest.letters.Letterhead;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.ReturnAddresses;
import org.regionwire.digest.operating.Operating;
import org.regionwire.digest.planning.DigestPlan;
import org.regionwire.digest.sending.LetterSending;
import org.regionwire.digest.sending.Sweep;
import org.regionwire.digest.subscribing.Leaving;
import org.regionwire.digest.subscribing.Management;
import org.regionwire.digest.subscribing.SubscriptionForm;
import org.regionwire.digest.subscribing.SubscriptionRequest;
import org.regionwire.digest.subscribing.Subscriptions;
import org.regionwire.news.Change;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Items;
import org.regionwire.news.MovingClock;
import org.regionwire.news.Origin;
import org.regionwire.news.PublishedItem;
import org.regionwire.region.SameEvents;

/** Everything that digests need, on one database, at a time that tests set. */
public final class Desk {
  static final Letterhead HEAD =
      new Letterhead(
          "Regionwire",
          "digest@wire.example.org",
          new ReturnAddresses("bounce+{letter}@wire.example.org", new Tokens(new byte[32])::seal),
          URI.create("https://wire.test"));
  private static final AtomicLong COUNT = new AtomicLong();
  private static final Pattern CONFIRM = Pattern.compile("https://wire.test/confirm/(\\S+)");
  private static final Pattern MANAGE = Pattern.compile("https://wire.test/manage/(\\S+)");
  private static final Pattern UNSUBSCRIBE =
      Pattern.compile("https://wire.test/unsubscribe/([^\\s>]+)");

  /** At first a Monday, ten in the morning in Malmö. */
  public final MovingClock clock;

  public final Tray tray;
  public final Archive archive;
  public final Subscriptions subscriptions;
  public final DigestPlan plan;
  public final LetterContents contents;
  public final LetterSending sending;
  public final Sweep sweep;
  public final Management management;
  public final Leaving leaving;
  public final Operating operating;

  public Desk(Database database) {
    this(database, new MovingClock(Instant.parse("2026-03-02T09:00:00Z")), new Tray());
  }

  /** As after a restart: nothing is left but the database. */
  Desk(Database database, MovingClock clock, Tray tray) {
    this.clock = clock;
    this.tray = tray;
    var tokens = new Tokens(new byte[32]);
    archive = new JdbiArchive(database, clock, new ItemJson());
    subscriptions = new Subscriptions(database, archive, tokens, new SecureRandom(), clock);
    plan = new DigestPlan(database, archive);
    var words = new WishWords(new Places(), new Places.Subjects());
    contents =
        new LetterContents(
            database,
            archive,
            tokens,
            words,
            new SameEvents(),
            new LetterWriter(HEAD, clock),
            Desk::calendar);
    sending = new LetterSending(database, contents, tray, tokens, clock, 4, 0);
    operating = new Operating(database, clock);
    sweep = new Sweep(database, tray, Duration.ofDays(30));
    leaving = new Leaving(database, tokens, clock);
    management = new Management(database, tokens, tray, new SecureRandom(), clock);
  }

  private static Optional<String> calendar(List<PublishedItem> events) {
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "BEGIN:VCALENDAR " + events.stream().map(item -> item.item().title()).toList());
  }

  public static SubscriptionRequest request(String email, String... fieldsAndValues) {
    Map<String, List<String>> fields = new HashMap<>(Map.of("email", List.of(email)));
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      fields.put(fieldsAndValues[i], List.of(fieldsAndValues[i + 1].split(",")));
    }
    return new SubscriptionForm(new Places(), new Places.Subjects(), Optional::empty).read(fields);
  }

  public void asks(String email, String... fieldsAndValues) {
    subscriptions.subscribe(request(email, fieldsAndValues), "192.0.2.0/24").forEach(sending::send);
  }

  /** Asks, and confirms by the letter. */
  public void subscribes(String email, String... fieldsAndValues) {
    asks(email, fieldsAndValues);
    subscriptions.confirm(confirmToken(lastTo(email)), "198.51.100.0/24");
  }

  public PublishedItem publishes(Items item) {
    return archive.add(List.of(item.build())).get(0);
  }

  public void withdraws(PublishedItem item) {
    changes(item.enriched(), Change.What.WITHDRAWAL, "not so");
  }

  /** The item says something else now. */
  public void corrects(PublishedItem item, Items now, Change.What what, String note) {
    changes(now.withId(item.id()).build(), what, note);
  }

  private void changes(EnrichedItem item, Change.What what, String note) {
    var from = item.item().origin();
    var change = new Change(what, Optional.of(note), List.of());
    var origin =
        new Origin(
            from.sender(),
            "change " + COUNT.incrementAndGet() + " of " + from.key(),
            from.bodyHash() + COUNT.get(),
            from.received(),
            from.senderId(),
            Optional.of(change));
    archive.add(List.of(item.from(origin)));
  }

  /** Plans and sends, as the routes do each minute. */
  public void works() {
    plan.due(clock.instant()).forEach(sending::send);
    sweep.lost(clock.instant()).forEach(sending::send);
  }

  /** The same, many letters at a time. */
  public void worksAtOnce() {
    sending.send(plan.due(clock.instant()));
    sending.send(sweep.lost(clock.instant()));
  }

  public void worksAtOnce(String at) {
    clock.set(Instant.parse(at));
    worksAtOnce();
  }

  public void works(String at) {
    clock.set(Instant.parse(at));
    works();
  }

  public void worksFor(Duration time) {
    var end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.passes(Duration.ofMinutes(15));
      works();
    }
  }

  public Mail lastTo(String email) {
    var all = tray.to(email);
    return all.get(all.size() - 1);
  }

  public List<Mail> digestsTo(String email) {
    return tray.to(email).stream()
        .filter(mail -> mail.headers().containsKey("List-Unsubscribe"))
        .toList();
  }

  public static String manageToken(Mail mail) {
    return found(MANAGE, mail.text());
  }

  public static String confirmToken(Mail mail) {
    return found(CONFIRM, mail.text());
  }

  public static String unsubscribeToken(Mail mail) {
    return found(UNSUBSCRIBE, mail.headers().get("List-Unsubscribe"));
  }

  private static String found(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no link in " + text);
    }
    return matcher.group(1);
  }
}
