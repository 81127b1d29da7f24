package org.regionwire.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;
import org.regionwire.digest.letters.Addressee;
import org.regionwire.digest.letters.LetterLinks;
import org.regionwire.digest.letters.LetterWriter;
import org.regionwire.digest.letters.Pick;
import org.regionwire.digest.mail.DkimSigner;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.digest.mail.Outcome.Kind;
import org.regionwire.digest.mail.Sheet;
import org.regionwire.news.Selection;

/**
 * A digest of 36 kB over four connections: composed once and spliced, without a ledger and with
 * one, against {@code smtp-source -s 4} with letters of the same size, in turns.
 */
final class LettersRow implements Row {
  private static final int CONNECTIONS = 4;
  private static final int LETTERS = 8_000;
  private static final int ITEMS = 55;
  private static final int ROUNDS = 3;
  private static final String MARK = "n0body".repeat(12);

  @Override
  public List<Line> measure(Site site) throws Exception {
    try (var postfix = Postfix.start();
        var outbox =
            Outbox.open(
                "smtp://127.0.0.1:" + postfix.port(),
                Clock.systemUTC(),
                new DkimSigner(List.of()))) {
      var home = site.home("letters");
      var readers = new Readers(home);
      readers.publish(List.of("malmo"), ITEMS);
      var sheet = sheet(readers);
      int bytes = size(sheet);
      spliced(sheet, outbox, LETTERS / 2);
      withLedger(site, outbox);
      List<List<Double>> ratios = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      double[] best = new double[3];
      for (int round = 0; round < ROUNDS; round++) {
        double yardstick = postfix.yardstick(LETTERS, bytes, false);
        double kept = postfix.yardstick(LETTERS, bytes, true);
        double spliced = spliced(sheet, outbox, LETTERS);
        double ledger = withLedger(site, outbox);
        System.out.printf(
            "  smtp-source %.0f/s, -d %.0f/s; spliced %.0f/s, with the ledger %.0f/s%n",
            yardstick, kept, spliced, ledger);
        ratios.get(0).add(spliced / yardstick);
        ratios.get(1).add(ledger / yardstick);
        ratios.get(2).add(spliced / kept);
        best[0] = spliced;
        best[1] = ledger;
      }
      String what = "digest of %d items, %.1f kB, 4 connections".formatted(ITEMS, bytes / 1000.0);
      return List.of(
          line(what + ", spliced ÷ smtp-source -s 4", best[0], ratios.get(0), "≥ 0.80"),
          line(what + ", with the ledger ÷ the same", best[1], ratios.get(1), "≥ 0.50"),
          line(what + ", spliced ÷ smtp-source -s 4 -d", best[0], ratios.get(2), ""));
    }
  }

  private static Line line(String what, double rate, List<Double> ratios, String aim) {
    return new Line(what, Figures.rounded(rate) + "/s", Figures.spread(ratios), aim);
  }

  private static Sheet sheet(Readers readers) {
    try (var database = readers.open()) {
      var archive = new JdbiArchive(database, Clock.systemUTC(), new ItemJson());
      var picks =
          archive.latest(Selection.ALL, ITEMS, Instant.now()).stream()
              .map(item -> new Pick(item, List.of("Malmö"), List.of()))
              .toList();
      var links = new LetterLinks("reader", MARK + "u", MARK + "m");
      var mail =
          new LetterWriter(Desk.HEAD, Clock.systemUTC())
              .digest(to(0), LocalDate.now(), List.of(), picks, links);
      return new Sheet(mail, LetterWriter.words(links));
    }
  }

  private static Addressee to(int number) {
    return new Addressee(
        "letter" + number,
        Instant.now(),
        Instant.now(),
        "reader" + number + "@example.org",
        "en",
        true,
        Optional.empty(),
        List.of("News and events: Malmö – daily"),
        LocalTime.of(8, 0),
        ZoneId.of("Europe/Stockholm"));
  }

  /** As it travels. */
  private static int size(Sheet sheet) {
    return sheet.like().html().map(String::length).orElse(0) + sheet.like().text().length();
  }

  private static double spliced(Sheet sheet, Outbox outbox, int letters) throws Exception {
    var writer = new LetterWriter(Desk.HEAD, Clock.systemUTC());
    var next = new AtomicInteger();
    var threads = Executors.newFixedThreadPool(CONNECTIONS);
    Callable<Integer> sender =
        () -> {
          int accepted = 0;
          for (int i = next.getAndIncrement(); i < letters; i = next.getAndIncrement()) {
            var links = new LetterLinks("reader", own(i) + "u", own(i) + "m");
            var outcome = outbox.send(writer.copy(sheet, to(i), links));
            accepted += outcome.kind() == Kind.ACCEPTED ? 1 : 0;
          }
          return accepted;
        };
    long start = System.nanoTime();
    int accepted = 0;
    for (var done : threads.invokeAll(List.of(sender, sender, sender, sender))) {
      accepted += done.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    threads.shutdown();
    if (accepted != letters) {
      throw new IllegalStateException(accepted + " of " + letters + " letters were accepted");
    }
    return letters / seconds;
  }

  private static String own(int number) {
    return "%072d".formatted(number);
  }

  /** Planned, composed, claimed, sent and settled; the planning is not counted. */
  private static double withLedger(Site site, Outbox outbox) throws Exception {
    var readers = new Readers(site.home("ledger"));
    readers.publish(List.of("malmo"), ITEMS);
    readers.subscribe(LETTERS, i -> "malmo");
    try (var database = readers.open()) {
      var desk = Desk.of(database, outbox, CONNECTIONS);
      var ids = desk.plan().due(Clock.systemUTC().instant());
      long start = System.nanoTime();
      desk.sending().send(ids);
      return ids.size() / ((System.nanoTime() - start) / 1e9);
    }
  }
}
