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
import org.regionwire.digest.Tokens;
import org.regionwire.feeds.FeedTitles;
import org.regionwire.feeds.entries.Ninjs;
import org.regionwire.feeds.formats.Opml;
import org.regionwire.feeds.shelf.Press;
import org.regionwire.figures.Counts;
import org.regionwire.news.EnrichedItem;
import org.regionwire.operate.operators.JdbiOperators;
import org.regionwire.operate.operators.Operators;
import org.regionwire.pages.OperatorPages;
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
 * What works without a broker and without a server: regions, archive, and with the {@link Mailroom}
 * digests. The commands use it beside a running wire.
 */
final class Newsroom implements AutoCloseable {
  private final Settings settings;
  private final Clock clock;
  private final Gazetteer gazetteer;
  private final Regions regions;
  private final Topics topics;
  private final ItemJson json = new ItemJson();
  private final Database database;
  private final Archive archive;
  private final Tokens tokens;
  private final SameEvents sameEvents = new SameEvents();
  private final Counts counts;
  private final Metrics metrics = new Metrics();
  private final Optional<Traces> traces;
  private final Mailroom mailroom;

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
    mailroom = new Mailroom(this, settings, tokens);
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

  Mailroom mailroom() {
    return mailroom;
  }

  SelectionReader selections() {
    return new SelectionReader(regions, topics);
  }

  OperatorPages operatorPages() {
    return new OperatorPages(URI.create(settings.base));
  }

  Operators operators() {
    return new Operators(new JdbiOperators(database), tokens::seal, clock);
  }

  Issuing tokens(SecureRandom random) {
    return new Issuing(database, clock, random);
  }

  @Override
  public void close() {
    mailroom.close();
    traces.ifPresent(Traces::close);
    database.close();
  }
}
