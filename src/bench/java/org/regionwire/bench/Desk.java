package org.regionwire.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.composing.LetterContents;
import org.regionwire.digest.letters.LetterWriter;
import org.regionwire.digest.letters.Letterhead;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.digest.mail.ReturnAddresses;
import org.regionwire.digest.planning.DigestPlan;
import org.regionwire.digest.sending.LetterSending;
import org.regionwire.region.SameEvents;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.graph.RegionFiles;

/** Planning and sending, as the wire puts them together, without a queue. */
record Desk(DigestPlan plan, LetterSending sending) {
  static final RegionFiles REGIONS = new RegionFiles(Optional.empty(), Gazetteer.load());
  static final Letterhead HEAD =
      new Letterhead(
          "Regionwire",
          "digest@wire.example.org",
          new ReturnAddresses("bounce+{letter}@wire.example.org", what -> "0".repeat(16)),
          URI.create("https://wire.example.org"));

  static Desk of(Database database, Outbox outbox, int connections) {
    var clock = Clock.systemUTC();
    var archive = new JdbiArchive(database, clock, new ItemJson());
    var tokens =
        new Tokens("not so secret, but long enough to be".getBytes(StandardCharsets.UTF_8));
    var contents =
        new LetterContents(
            database,
            archive,
            tokens,
            new WishWords(REGIONS.regions(), REGIONS.topics()),
            new SameEvents(),
            new LetterWriter(HEAD, clock),
            events -> Optional.empty());
    return new Desk(
        new DigestPlan(database, archive),
        new LetterSending(database, contents, outbox, tokens, clock, connections, 0));
  }

  /** How many letters. */
  int run() {
    int all = 0;
    var clock = Clock.systemUTC();
    for (var ids = plan.due(clock.instant()); !ids.isEmpty(); ids = plan.due(clock.instant())) {
      sending.send(ids);
      all += ids.size();
    }
    return all;
  }
}
