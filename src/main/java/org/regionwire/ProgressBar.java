package org.regionwire;

import java.io.PrintWriter;
import org.regionwire.digest.operating.Progress;

/** One line that changes in a terminal, a plain line each time elsewhere. */
final class ProgressBar {
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private String shown = "";

  ProgressBar(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** The same line again is not said again. */
  void show(Progress progress) {
    String line = line(progress);
    if (line.equals(shown)) {
      return;
    }
    if (terminal) {
      // What was longer before is overwritten.
      out.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
    } else {
      out.println(line);
    }
    out.flush();
    shown = line;
  }

  void end() {
    if (terminal && !shown.isEmpty()) {
      out.println();
      out.flush();
    }
  }

  /** {@code [###...] 50 % 1,000 of 2,000, 400 a second, 3 s left}. */
  static String line(Progress progress) {
    var run = progress.run();
    int full = WIDTH * progress.percent() / 100;
    String pace = progress.pace();
    return "[%s%s] %d %% %,d of %,d%s"
        .formatted(
            "#".repeat(full),
            ".".repeat(WIDTH - full),
            progress.percent(),
            run.settled(),
            run.all(),
            pace.isEmpty() ? "" : ", " + pace);
  }
}
