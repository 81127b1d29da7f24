package org.regionwire.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The wire as a process of its own: the jar as it is shipped. */
final class Wire implements AutoCloseable {
  private static final String SECRETS = "-Dregionwire.secrets=";
  private static final long START_SECONDS = 60;
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final Path home;
  private final Path secrets;
  private final int port;
  private final double startSeconds;

  private Wire(Process process, Path home, Path secrets, int port, double startSeconds) {
    this.process = process;
    this.home = home;
    this.secrets = secrets;
    this.port = port;
    this.startSeconds = startSeconds;
  }

  /**
   * Returns when it says that it is ready.
   *
   * @param flags for Java
   */
  static Wire start(Site site, Path home, String... flags) throws Exception {
    int port = Site.freePort();
    var command = new ArrayList<>(List.of(Site.java()));
    command.addAll(List.of(flags));
    command.add("-Dregionwire.home=" + home);
    command.add("-Dregionwire.http.port=" + port);
    command.addAll(List.of("-jar", site.jar().toString()));
    var builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("REGIONWIRE_"));
    builder.redirectError(home.resolve("wire.log").toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      CompletableFuture.supplyAsync(() -> awaitReady(process)).get(START_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      process.destroyForcibly();
      throw new IOException("no ready line; see " + home.resolve("wire.log"), e);
    }
    return new Wire(process, home, secrets(home, flags), port, (System.nanoTime() - start) / 1e9);
  }

  private static Path secrets(Path home, String... flags) {
    return Stream.of(flags)
        .filter(flag -> flag.startsWith(SECRETS))
        .map(flag -> Path.of(flag.substring(SECRETS.length())))
        .findFirst()
        .orElse(home);
  }

  private static String awaitReady(Process process) {
    var out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    return new BufferedReader(out)
        .lines()
        .filter(line -> line.startsWith("Regionwire is ready"))
        .findFirst()
        .orElseThrow();
  }

  int port() {
    return port;
  }

  Path home() {
    return home;
  }

  double startSeconds() {
    return startSeconds;
  }

  Request post(byte[] json) throws IOException {
    return Request.post("/items", token(), json);
  }

  private String token() throws IOException {
    return Files.readString(secrets.resolve("submit.token")).strip();
  }

  Request delete(String id) throws IOException {
    byte[] reason = "{\"reason\": \"not true\"}".getBytes(StandardCharsets.UTF_8);
    return new Request(
        "DELETE",
        "/items/" + id,
        Map.of("Authorization", "Bearer " + token(), "Content-Type", "application/json"),
        reason);
  }

  List<Request> posts(int count) throws IOException {
    var posts = new ArrayList<Request>();
    for (byte[] json : Samples.submissions(count)) {
      posts.add(post(json));
    }
    return posts;
  }

  /** Processor time it has used, all threads together. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Resident memory in MB of 2^20 bytes; Linux only. */
  double residentMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("no VmRSS");
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
