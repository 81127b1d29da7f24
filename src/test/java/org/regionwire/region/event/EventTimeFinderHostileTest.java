package org.regionwire.region.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.news.EventTimeFound;

class EventTimeFinderHostileTest {
  private static final int LENGTH = 1_000_000;

  /** Of this thread's own time, so that it does not matter what else the machine does. */
  private static final Duration BOUND = Duration.ofSeconds(2);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final EventTimeFinder FINDER = new EventTimeFinder();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "1.",
        "1.1.",
        "1/",
        "1-",
        "5 June ",
        "5 June, ",
        "5, ",
        "5 and ",
        "5 - ",
        "June ",
        "from 5 June to ",
        "Monday ",
        "Monday 5 ",
        "moved from 5 May to 6 May, ",
        "12:00-",
        "kl. 12 ",
        "no later than ",
        "AAAA",
        "festival",
        "a",
        ".",
        "\n",
        "(",
        "١٢ يونيو ",
        "\u202e5 June\u202c ",
        "5\u0301 Ju\u0301ne ",
        "𝟓 𝐉𝐮𝐧𝐞 ",
        "\ud800",
        "Vaasassa 7.–9. syyskuuta 3. un 4. jūnijā "
      })
  void a_million_characters_of_it_take_no_longer_than_little(String text) {
    for (var language : Vocabularies.LANGUAGES) {
      find(text.repeat(100), language);
    }
    String long1 = text.repeat(LENGTH / text.length());
    for (var language : new String[] {"en", "fi", "lt", "zz"}) {
      long start = THREADS.getCurrentThreadCpuTime();
      find(long1, language);
      assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(BOUND);
    }
  }

  @Test
  void any_characters_are_read_without_an_exception() {
    var random = new Random(1);
    String alphabet = "0123456789....--/:, ()\n\tJunemaijūnijāиюня5kl–—";
    for (int i = 0; i < 3_000; i++) {
      var text = new StringBuilder();
      for (int j = 0; j < 120; j++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      find(text.toString(), Vocabularies.LANGUAGES.get(i % 11));
    }
  }

  private static Optional<EventTimeFound> find(String text, String language) {
    return FINDER.find(
        text, text, Optional.of(language), Optional.of(LocalDate.of(2024, 2, 29)), ZoneOffset.UTC);
  }
}
