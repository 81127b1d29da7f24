package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regionwire.digest.RunState;
import org.regionwire.digest.operating.Progress;

class ProgressBarTest {
  private final StringWriter said = new StringWriter();

  private static Progress progress(long settled, long waiting, double perSecond) {
    var letters = Map.of("accepted", settled, "planned", waiting);
    return new Progress(new RunState("2026-03-02T07:00:00Z", letters, 0, Instant.EPOCH), perSecond);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | 0 | [##############################] 100 % 0 of 0",
        "500 | 500 | 250 | [###############...............] 50 % 500 of 1,000, 250.0 a second, 2 s left",
        "999 | 1 | 0 | [#############################.] 99 % 999 of 1,000, nothing moves",
        "0 | 9000 | 1 | [..............................] 0 % 0 of 9,000, 1.0 a second, 2 h 30 min left",
        "10 | 600 | 1 | [..............................] 1 % 10 of 610, 1.0 a second, 10 min left",
        "1000 | 0 | 90 | [##############################] 100 % 1,000 of 1,000"
      })
  void it_says_how_much_how_fast_and_how_long(
      long settled, long waiting, double perSecond, String line) {
    assertThat(ProgressBar.line(progress(settled, waiting, perSecond))).isEqualTo(line);
  }

  @Test
  void in_a_terminal_it_is_one_line_and_elsewhere_lines() {
    shows(true);
    assertThat(said.toString()).startsWith("\r[").doesNotContain("left\n").endsWith("\n");
    assertThat(said.toString().lines().count()).isLessThanOrEqualTo(5);
    said.getBuffer().setLength(0);
    shows(false);
    assertThat(said.toString()).doesNotContain("\r").contains("left\n");
    assertThat(said.toString().lines()).as("the same is said once").hasSize(3);
  }

  private void shows(boolean terminal) {
    var bar = new ProgressBar(new PrintWriter(said), terminal);
    bar.show(progress(0, 1000, 100));
    bar.show(progress(500, 500, 100));
    bar.show(progress(500, 500, 100));
    bar.show(progress(1000, 0, 100));
    bar.end();
  }
}
