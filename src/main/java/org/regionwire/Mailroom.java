package org.regionwire;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Database;
import org.regionwire.digest.Pause.Scope;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.books.JdbiAudience;
import org.regionwire.digest.books.JdbiReach;
import org.regionwire.digest.bounces.BounceRate;
import org.regionwire.digest.bounces.Bounces;
import org.regionwire.digest.bounces.Brake;
import org.regionwire.digest.composing.LetterContents;
import org.regionwire.digest.composing.Previewing;
import org.regionwire.digest.letters.LetterWriter;
import org.regionwire.digest.letters.Letterhead;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.digest.mail.DkimSigner;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.digest.mail.ReturnAddresses;
import org.regionwire.digest.mail.returned.ReturnedMail;
import org.regionwire.digest.operating.Acquaintance;
import org.regionwire.digest.operating.Operating;
import org.regionwire.digest.planning.DigestPlan;
import org.regionwire.digest.sending.LetterSending;
import org.regionwire.digest.sending.Sweep;
import org.regionwire.digest.subscribing.Leaving;
import org.regionwire.digest.subscribing.Management;
import org.regionwire.digest.subscribing.SubscriptionForm;
import org.regionwire.digest.subscribing.Subscriptions;
import org.regionwire.door.Gate;
import org.regionwire.http.subscribers.HttpManagement;
import org.regionwire.http.subscribers.HttpSubscriptions;
import org.regionwire.operate.Previews;
import org.regionwire.pages.Pages;
import org.regionwire.region.SameEvents;

/** Letters: who gets them, what they say, how they are sent, and what comes back. */
final class Mailroom implements AutoCloseable {
  private static final String NAME = "Regionwire";

  private final Newsroom newsroom;
  private final Settings settings;
  private final Clock clock;
  private final Database database;
  private final Archive archive;
  private final Tokens tokens;
  private final WishWords words;
  private final ReturnAddresses returns;
  private final Outbox outbox;

  Mailroom(Newsroom newsroom, Settings settings, Tokens tokens) {
    this.newsroom = newsroom;
    this.settings = settings;
    this.tokens = tokens;
    clock = newsroom.clock();
    database = newsroom.database();
    archive = newsroom.archive();
    words = new WishWords(newsroom.regions(), newsroom.topics());
    returns = new ReturnAddresses(settings.mailBounces, tokens::seal);
    outbox =
        new WatchedOutbox(
            Outbox.open(settings.mail, clock, new DkimSigner(settings.dkimKeys())),
            newsroom.metrics(),
            newsroom.traces());
  }

  Digests digests() {
    return new Digests(
        new DigestPlan(database, archive),
        new LetterSending(
            database, contents(), outbox, tokens, clock, settings.mailConnections, pace()),
        new Sweep(database, outbox, settings.mailKeep),
        newsroom.counts().upkeep(),
        clock,
        newsroom.metrics());
  }

  private LetterContents contents() {
    var letterhead = new Letterhead(NAME, settings.mailFrom, returns, URI.create(settings.base));
    return new LetterContents(
        database,
        archive,
        tokens,
        words,
        new SameEvents(),
        new LetterWriter(letterhead, Clock.systemUTC()),
        newsroom.press()::events);
  }

  Previews previews() {
    return new Previews(
        new Previewing(database, archive, contents(), clock),
        audience(),
        archive,
        newsroom.selections());
  }

  private int pace() {
    return settings.mail.startsWith("folder:") ? 0 : settings.mailPace;
  }

  Operating operating() {
    return new Operating(database, clock);
  }

  BounceRate bounceRate() {
    Brake brake = why -> operating().pause(Scope.ALL, "", why);
    return new BounceRate(database, brake, settings.mailReturnsRate, clock);
  }

  JdbiAudience audience() {
    return new JdbiAudience(database);
  }

  JdbiReach reach() {
    return new JdbiReach(database);
  }

  HttpSubscriptions httpSubscriptions(Pages pages, Gate gate, SecureRandom random) {
    return new HttpSubscriptions(
        new SubscriptionForm(newsroom.regions(), newsroom.topics(), outbox::onlyAscii),
        new Subscriptions(database, archive, tokens, random, clock),
        new Leaving(database, tokens, clock),
        words,
        pages,
        gate);
  }

  HttpManagement httpManagement(Pages pages, SecureRandom random) {
    return new HttpManagement(
        new Management(database, tokens, outbox, random, clock),
        new SubscriptionForm(newsroom.regions(), newsroom.topics(), outbox::onlyAscii),
        words,
        pages);
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

  @Override
  public void close() {
    outbox.close();
  }
}
