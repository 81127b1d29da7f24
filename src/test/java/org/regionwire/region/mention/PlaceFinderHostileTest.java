package org.regionwire.region.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.region.gazetteer.Gazetteer;

/**
 * Ten times the text takes about ten times as long, whatever it is. What counts is the ratio of the
 * best of some runs, which a busy machine slows alike; the bound in time is far above what it
 * takes.
 */
@Isolated
class PlaceFinderHostileTest {
  private static final PlaceFinder FINDER = new PlaceFinder(Gazetteer.load());
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int SHORT = 100_000;
  private static final int LONG = 1_000_000;
  private static final int RUNS = 3;

  /** Ten would be linear; the rest is room for caches and garbage. */
  private static final double RATIO = 20;

  /** Below this a ratio is noise. */
  private static final double SMALLEST_MILLIS = 4;

  /** Of 100 kB, ten times what is aimed at. */
  private static final double LONGEST_MILLIS = 500;

  @BeforeAll
  static void the_compiler_has_seen_it() {
    for (int run = 0; run < 10; run++) {
      best("Erik Berg i Malmö, Åre-Oslo 12.3. STOCKHOLM “Riga” in Минск. ", SHORT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Malmö ",
        "OSLO STOCKHOLM KØBENHAVN ",
        "שלום מאלמו אוסלו ",
        "مؤتمر المدن في مالمو ",
        "Мальмё Malmö 馬爾默 Μάλμε ",
        "12.3.45 6. 7.8 ",
        "13-15 June 2007, ",
        "in ",
        "Malmö",
        "A",
        "\"",
        "Greater ",
        "\n\n",
        "\u0308",
        "\ud800",
        "i Malmö ",
        "New York New York, ",
        "Erik Berg & Sankt Petersburg-Åre (Oder) "
      })
  void a_megabyte_takes_no_more_than_ten_times_a_tenth_of_it(String text) {
    double little = best(text, SHORT);
    double much = best(text, LONG);
    System.out.printf(
        "hostile text “%s”: %.1f ms for 100 kB, %.1f ms for 1 MB%n", text.strip(), little, much);
    assertThat(little).isLessThan(LONGEST_MILLIS);
    assertThat(much / Math.max(little, SMALLEST_MILLIS)).isLessThan(RATIO);
  }

  /** Milliseconds of this thread in the quickest run. */
  private static double best(String text, int length) {
    String all = text.repeat(length / text.length());
    double best = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long start = THREADS.getCurrentThreadCpuTime();
      FINDER.find(Text.of(all.substring(0, 100), all, Optional.of("fi")));
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
    }
    return best;
  }
}
