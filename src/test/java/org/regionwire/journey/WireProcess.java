package org.regionwire.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One life of {@code java -jar regionwire.jar}. What it says goes to a log file. */
final class WireProcess {
  private static final long LONGEST_START_SECONDS = 120;
  private static final long LONGEST_STOP_SECONDS = 30;

  private final Process process;
  private final Path log;
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final Thread listener = new Thread(this::listen, "log");

  private WireProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static WireProcess start(List<String> settings, Path log, String... command) {
    return start(WireCommand.line(settings, command), log);
  }

  /** It keeps what classes it loaded. */
  static WireProcess startToArchive(List<String> settings, Path log) {
    return start(WireCommand.archiving(settings), log);
  }

  private static WireProcess start(List<String> line, Path log) {
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("REGIONWIRE_"));
    try {
      var started = new WireProcess(builder.start(), log);
      // Whoever stops the tests must not leave a wire behind.
      Runtime.getRuntime().addShutdownHook(new Thread(started.process::destroyForcibly));
      started.listener.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        PrintWriter writer =
            new PrintWriter(
                Files.newBufferedWriter(
                    log, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        writer.println(line);
        writer.flush();
        if (line.startsWith("Regionwire is ready")) {
          ready.complete(line);
        }
      }
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
    ready.completeExceptionally(new IllegalStateException("ended before it was ready"));
  }

  /** Its ready line. */
  String awaitReady() {
    try {
      return ready.get(LONGEST_START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the wire did not start; it said:\n" + said(), e);
    }
  }

  /** SIGTERM, and its exit code. */
  int stop() {
    process.destroy();
    return exitCode();
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  int exitCode() {
    return exitCode(LONGEST_STOP_SECONDS);
  }

  int exitCode(long longestSeconds) {
    try {
      if (process.waitFor(longestSeconds, TimeUnit.SECONDS)) {
        listener.join(TimeUnit.SECONDS.toMillis(LONGEST_STOP_SECONDS));
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new IllegalStateException("the wire did not end in time; it said:\n" + said());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String said() {
    try {
      return Files.exists(log) ? Files.readString(log) : "nothing";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
