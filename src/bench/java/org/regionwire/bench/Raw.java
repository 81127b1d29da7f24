package org.regionwire.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A process that runs {@link RawSends}. */
final class Raw implements AutoCloseable {
  /** What becomes of what is sent. */
  enum Queue {
    KEEP,
    DRAIN
  }

  private final Process process;
  private final BufferedReader out;
  private final Writer in;

  private Raw(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.in = process.outputWriter(StandardCharsets.UTF_8);
  }

  static Raw start(Path home, Queue queue) throws IOException {
    return start(home, home.resolve("journal").toString(), queue);
  }

  /**
   * @param where the journal is, or an outside broker
   */
  static Raw start(Path home, String where, Queue queue) throws IOException {
    var command =
        List.of(
            Site.java(),
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-classpath",
            System.getProperty("java.class.path"),
            RawSends.class.getName(),
            where,
            queue.name().toLowerCase(Locale.ROOT));
    var builder = new ProcessBuilder(command).redirectError(home.resolve("raw.log").toFile());
    var raw = new Raw(builder.start());
    raw.answer();
    return raw;
  }

  /** Sends a second. */
  double run(Duration time) throws IOException {
    in.write(time.toMillis() + "\n");
    in.flush();
    return Double.parseDouble(answer());
  }

  private String answer() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the raw sends ended");
    }
    return line;
  }

  @Override
  public void close() throws Exception {
    in.close();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
