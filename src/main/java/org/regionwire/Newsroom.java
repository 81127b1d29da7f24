package org.regionwire;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;
import org.regionwire.archive.JdbiEmbargo;
import org.regionwire.archive.JdbiUse;
import org.regionwire.digest.Acquaintance;
import org.regionwire.digest.BounceRate;
import org.regionwire.digest.Bounces;
import org.regionwire.digest.Brake;
import org.regionwire.digest.DigestPlan;
import org.regionwire.digest.JdbiAudience;
import org.regionwire.digest.JdbiReach;
import org.regionwire.digest.Leaving;
import org.regionwire.digest.LetterContents;
import org.regionwire.digest.LetterSending;
import org.regionwire.digest.Management;
import org.regionwire.digest.Operating;
import org.regionwire.digest.Pause.Scope;
import org.regionwire.digest.Previewing;
import org.regionwire.digest.SubscriptionForm;
import org.regionwire.digest.Subscriptions;
import org.regionwire.digest.Sweep;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.letters.LetterWriter;
import org.regionwire.digest.letters.Letterhead;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.digest.mail.DkimSigner;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.digest.mail.ReturnAddresses;
import org.regionwire.digest.mail.returned.ReturnedMail;
import org.regionwire.feeds.FeedTitles;
import org.regionwire.feeds.Ninjs;
import org.regionwire.feeds.Opml;
import org.regionwire.feeds.Press;
import org.regionwire.news.EnrichedItem;
import org.regionwire.pages.OperatorPages;
import org.regionwire.pages.Pages;
import org.regionwire.region.Enricher;
import org.regionwire.region.Regions;
import org.regionwire.region.SameEvents;
import org.regionwire.region.SameEvents.Alike;
import org.regionwire.region.SelectionReader;
import org.regionwire.region.Topics;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.graph.RegionFiles;
import org.regionwire.senders.Issuing;
import org.regionwire.signals.Metrics;

/**
 * What works without a broker and without a server: regions, archive, digests. The commands use it
 * beside a running wire.
 */
final class Newsroom implements AutoCloseable {
  private static final String NAME = "Regionwire";

  private final Settings settings;
  private final Clock clock;
  private final Gazetteer gazetteer;
  private final Regions regions;
  private final Topics topics;
  private final ItemJson json = new ItemJson();
  private final Database database;
  private final Archive archive;
  private final Tokens tokens;
  private final WishWords words;
  private final SameEvents sameEvents = new SameEvents();
  private final ReturnAddresses returns;
  private final Outbox outbox;
  private final Counts counts;
  private final Metrics metrics = new Metrics();
  private final Optional<Traces> traces;

  Newsroom(Settings settings, Clock clock, SecureRandom random) throws IOException {
    this.settings = settings;
    this.clock = clock;
    traces = Traces.of(settings, clock);
    gazetteer = Gazetteer.load();
    var known = new RegionFiles(settings.regions, gazetteer);
    regions = known.regions();
    topics = known.topics();
    database = Database.open(settings.database);
    archive = new JdbiArchive(database, clock, json);
    counts = Counts.of(database, clock);
    tokens = new Tokens(SecretFile.in(settings.letterSecret(), random).bytes());
    words = new WishWords(regions, topics);
    returns = new ReturnAddresses(settings.mailBounces, tokens::seal);
    outbox =
        new WatchedOutbox(
            Outbox.open(settings.mail, clock, new DkimSigner(settings.dkimKeys())),
            metrics,
            traces);
  }

  Clock clock() {
    return clock;
  }

  Counts counts() {
    return counts;
  }

  Regions regions() {
    return regions;
  }

  /** As {@link EventsAlike#of}. */
  List<Alike> alike(EnrichedItem enriched, List<EnrichedItem> underway) {
    return new EventsAlike(archive, sameEvents).of(enriched, underway);
  }

  Enricher enricher() {
    return new Enricher(regions, gazetteer);
  }

  Topics topics() {
    return topics;
  }

  ItemJson json() {
    return json;
  }

  Database database() {
    return database;
  }

  Archive archive() {
    return archive;
  }

  JdbiEmbargo embargo() {
    return new JdbiEmbargo(database, json);
  }

  Press press() {
    return new Press(archive, regions, topics, settings.base, clock, settings.feedEntries, metrics);
  }

  /** Nothing where they are off. */
  Optional<Traces> traces() {
    return traces;
  }

  Metrics metrics() {
    return metrics;
  }

  Ninjs ninjs() {
    return new Ninjs(settings.base, new FeedTitles(regions, topics));
  }

  /** Every feed in use, as OPML. */
  String feedList() {
    var used = new JdbiUse(database);
    return new Opml(settings.base, new FeedTitles(regions, topics))
        .list(used.regions(), used.topics());
  }

  Digests digests() {
    return new Digests(
        new DigestPlan(database, archive),
        new LetterSending(
            database, contents(), outbox, tokens, clock, settings.mailConnections, pace()),
        new Sweep(database, outbox, settings.mailKeep),
        counts.upkeep(),
        clock,
        metrics);
  }

  private LetterContents contents() {
    var letterhead = new Letterhead(NAME, settings.mailFrom, returns, URI.create(settings.base));
    return new LetterContents(
        database,
        archive,
        tokens,
        words,
        sameEvents,
        new LetterWriter(letterhead, Clock.systemUTC()),
        press()::events);
  }

  Previews previews() {
    return new Previews(
        new Previewing(database, archive, contents(), clock), audience(), archive, selections());
  }

  private int pace() {
    return settings.mail.startsWith("folder:") ? 0 : settings.mailPace;
  }

  Operating operating() {
    return new Operating(database, clock);
  }

  SelectionReader selections() {
    return new SelectionReader(regions, topics);
  }

  BounceRate bounceRate() {
    Brake brake = why -> operating().pause(Scope.ALL, "", why);
    return new BounceRate(database, brake, settings.mailReturnsRate, clock);
  }

  OperatorPages operatorPages() {
    return new OperatorPages(URI.create(settings.base));
  }

  Operators operators() {
    return new Operators(new JdbiOperators(database), tokens::seal, clock);
  }

  JdbiAudience audience() {
    return new JdbiAudience(database);
  }

  HttpSubscriptions httpSubscriptions(Pages pages, Gate gate, SecureRandom random) {
    return new HttpSubscriptions(
        new SubscriptionForm(regions, topics, outbox::onlyAscii),
        new Subscriptions(database, archive, tokens, random, clock),
        new Leaving(database, tokens, clock),
        words,
        pages,
        gate);
  }

  Acquaintance acquaintance() {
    return new Acquaintance(database, tokens, clock);
  }

  ReturnedMail returnedMail() {
    return new ReturnedMail(returns);
  }

  Returns returns() {
    var leaving = new Leaving(database, tokens, clock);
    return new Returns(new Bounces(database, tokens, leaving, bounceRate(), clock));
  }

  HttpManagement httpManagement(Pages pages, SecureRandom random) {
    return new HttpManagement(
        new Management(database, tokens, outbox, random, clock),
        new SubscriptionForm(regions, topics, outbox::onlyAscii),
        words,
        pages);
  }

  Issuing tokens(SecureRandom random) {
    return new Issuing(database, clock, random);
  }

  JdbiReach reach() {
    return new JdbiReach(database);
  }

  @Override
  public void close() {
    outbox.close();
    traces.ifPresent(Traces::close);
    database.close();
  }
}
