package org.regionwire.pages.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.regionwire.pages.operate.Chart.Series;

class ChartTest {
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  private static List<OptionalDouble> values(double... values) {
    return DoubleStream.of(values).mapToObj(OptionalDouble::of).toList();
  }

  private static Chart chart(Axis axis, List<Series> series) {
    return new Chart("one", "One", "A chart.", axis, List.of("01:00", "02:00"), series);
  }

  @Test
  void bars_stand_on_each_other_and_nothing_has_none() {
    var chart =
        chart(
            Axis.counts(20),
            List.of(
                new Series("taken", 1, true, values(10, 0)),
                new Series("refused", 2, true, values(5, 0))));
    assertThat(chart.bars())
        .containsExactly(
            new Chart.Bar("1.50", "50.00", "7.00", "50.00", 1),
            new Chart.Bar("1.50", "25.00", "7.00", "25.00", 2));
    assertThat(chart.lines()).isEmpty();
    assertThat(chart.rows())
        .containsExactly(List.of("02:00", "0", "0"), List.of("01:00", "10", "5"));
  }

  @Test
  void a_line_has_a_gap_where_nothing_is_known() {
    var known = List.of(OptionalDouble.of(1), UNKNOWN);
    var chart = chart(Axis.counts(2), List.of(new Series("depth", 3, false, known)));
    assertThat(chart.lines()).containsExactly(new Chart.Line("M3.50 50.00h3.0", 3));
    assertThat(chart.rows()).containsExactly(List.of("01:00", "1"));
    assertThat(
            chart(Axis.counts(0), List.of(new Series("x", 1, false, List.of(UNKNOWN, UNKNOWN))))
                .empty())
        .isTrue();
  }

  @Test
  void axes_end_in_round_numbers_above_the_highest() {
    assertThat(Axis.counts(0).ticks()).containsExactly("2", "1", "0");
    assertThat(Axis.counts(2_001).ticks()).containsExactly("4,000", "2,000", "0");
    assertThat(Axis.counts(1_000).ticks()).containsExactly("1,000", "500", "0");
    assertThat(Axis.seconds(0.3).ticks()).containsExactly("1.0 s", "100 ms", "10 ms");
    assertThat(Axis.seconds(12).ticks()).containsExactly("100 s", "1.0 s", "10 ms");
    assertThat(Axis.seconds(12).place(0)).isZero();
    assertThat(Axis.seconds(12).place(1)).isEqualTo(0.5);
  }
}
