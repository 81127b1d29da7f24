package org.regionwire.http.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvenAnswersTest {
  private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1_000_000);

  /** Never sleeps as long as it was asked to. */
  private final EvenAnswers even =
      new EvenAnswers(time::get, nanos -> time.addAndGet((nanos + 1) / 2));

  @ParameterizedTest
  @CsvSource({"0, 50", "1, 50", "49, 50", "50, 100", "51, 100", "260, 300"})
  void an_answer_goes_at_the_next_even_time(long work, long answered) {
    long start = even.now();
    time.addAndGet(Duration.ofMillis(work).toNanos());
    even.await(start);
    assertThat(Duration.ofNanos(time.get() - start)).isEqualTo(Duration.ofMillis(answered));
  }
}
