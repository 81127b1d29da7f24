package org.regionwire.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.regionwire.digest.books.JdbiReach;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.digest.mail.Outcome;

/**
 * Many subscribers of 200 regions: planned, composed, written into the ledger and handed to nobody,
 * in a process of 256 MB; and who of 100,000 would get an item.
 */
final class ManyRow implements Row {
  private static final int REGIONS = 200;
  private static final int EACH = 12;
  private static final int FEW = 10_000;
  private static final int WARM = 40_000;
  private static final int MATCHED = 100_000;
  private static final int SENDERS = 64;

  /** A million takes minutes; {@code -Dbench.letters=200000} is a shorter one. */
  private static final int MANY = Integer.getInteger("bench.letters", 1_000_000);

  @Override
  public List<Line> measure(Site site) throws Exception {
    double few = micros(site, FEW);
    double many = micros(site, MANY);
    double again = micros(site, FEW);
    double middle = (few + again) / 2;
    return List.of(
        new Line(
            "%,d subscribers of %d regions, planned and sent to nobody, 256 MB"
                .formatted(MANY, REGIONS),
            "%.0f µs a letter".formatted(many),
            Figures.ratio(many / middle) + " of that at 10,000",
            "≤ 1.2"),
        matching(site));
  }

  /** In a process of its own, on a new database; warm, for that has to do with no number. */
  private static double micros(Site site, int letters) throws Exception {
    var warm = home(site, WARM);
    var home = home(site, letters);
    var command =
        List.of(
            Site.java(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            ManyRow.class.getName(),
            warm.toString(),
            home.toString());
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the process of 256 MB failed: " + said);
    }
    System.out.println("  " + said);
    return Double.parseDouble(said.substring(said.lastIndexOf(' ') + 1));
  }

  private static Path home(Site site, int letters) throws Exception {
    var home = site.home("many");
    var readers = new Readers(home);
    var regions = regions();
    readers.publish(regions, EACH);
    readers.subscribe(letters, i -> regions.get(i % REGIONS));
    return home;
  }

  /** Sends all that is due at each of the homes, and says how long a letter took. */
  public static void main(String[] args) {
    for (String home : args) {
      send(home);
    }
  }

  private static void send(String home) {
    try (var database = new Readers(Path.of(home)).open()) {
      var desk = Desk.of(database, new Nobody(), SENDERS);
      long start = System.nanoTime();
      int letters = desk.run();
      double micros = (System.nanoTime() - start) / 1e3 / letters;
      System.out.printf(
          "%d letters, at most %d MB of heap, microseconds each: %.1f%n", letters, heap(), micros);
    }
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }

  private static Line matching(Site site) throws Exception {
    var readers = new Readers(site.home("matching"));
    var regions = regions();
    readers.publish(regions, 1);
    readers.subscribe(
        MATCHED,
        i ->
            regions.get(i % REGIONS) + (i / REGIONS % 10 == 0 ? "" : "?q=word" + i / REGIONS % 10));
    var item = Samples.enriched(1).get(0);
    var millis = new ArrayList<Double>();
    try (var database = readers.open()) {
      var reach = new JdbiReach(database);
      for (int i = 0; i < 100; i++) {
        long start = System.nanoTime();
        reach.subscribers(item);
        millis.add((System.nanoTime() - start) / 1e6);
      }
    }
    return new Line(
        "one item matched against %,d subscriptions".formatted(MATCHED),
        "%.1f ms".formatted(Figures.median(millis.subList(20, millis.size()))),
        "",
        "≤ 10 ms");
  }

  /** Any that there are. */
  private static List<String> regions() {
    return Desk.REGIONS.regions().all().limit(REGIONS).map(region -> region.slug()).toList();
  }

  private static final class Nobody implements Outbox {
    @Override
    public Outcome send(Mail mail, BooleanSupplier leave) {
      return new Outcome(
          leave.getAsBoolean() ? Outcome.Kind.ACCEPTED : Outcome.Kind.DEFERRED, "nobody has it");
    }

    @Override
    public void close() {}
  }
}
