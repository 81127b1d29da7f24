package org.regionwire.journey;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.regionwire.news.Ports;

/** A stand-alone Artemis with the configuration that is shipped, in a folder of its own. */
public final class ArtemisProcess implements AutoCloseable {
  private static final Path SHIPPED = Path.of("src/main/artemis");
  private static final String PASSWORD = "a password + only/for:tests";
  private static final String ENCODED = "a%20password%20%2B%20only%2Ffor%3Atests";

  private final Path folder;
  private final boolean paired;
  private final int port = Ports.free();
  private Process process;
  private int saidBefore;

  public ArtemisProcess(Path folder) {
    this(folder, false);
  }

  /**
   * @param paired with another one, whom {@code pair.other.port} names
   */
  ArtemisProcess(Path folder, boolean paired) {
    this.folder = folder;
    this.paired = paired;
    try {
      Path etc = Files.createDirectories(folder.resolve("etc"));
      Files.createDirectories(folder.resolve("tmp"));
      try (Stream<Path> files = Files.list(SHIPPED)) {
        for (Path file : files.toList()) {
          Files.copy(file, etc.resolve(file.getFileName()));
        }
      }
      Files.writeString(etc.resolve("artemis-users.properties"), "regionwire = " + PASSWORD + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path distribution() {
    try (Stream<Path> all = Files.list(Path.of("target"))) {
      return all.filter(path -> path.getFileName().toString().startsWith("apache-artemis-"))
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("run mvn pre-integration-test: it unpacks Artemis"))
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a node's {@code regionwire.broker}. */
  public String address() {
    return "tcp://regionwire:" + ENCODED + "@127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  /** As an operator does: a user with the role {@code readers}, and the comment taken out. */
  ArtemisProcess admits(String reader, String password, int stompPort) throws IOException {
    Path etc = folder.resolve("etc");
    Files.writeString(
        etc.resolve("artemis-users.properties"), reader + " = " + password + "\n", APPEND);
    Path configuration = etc.resolve("broker.xml");
    String text = Files.readString(configuration);
    int from = text.indexOf("<!-- for outsiders");
    int first = text.indexOf("<acceptor", from);
    int end = text.indexOf("-->", from);
    String open = text.substring(first, end);
    String stomp =
        open.lines().filter(line -> line.contains("\"stomp\"")).findFirst().orElseThrow();
    Files.writeString(
        configuration,
        text.substring(0, from) + stomp.replace("61613", "" + stompPort) + text.substring(end + 3));
    return this;
  }

  /**
   * As an operator does who has ZooKeeper: the lines of the one lock out, those of the other in.
   */
  void asksForItsLock(String zooKeeper) {
    Path properties = folder.resolve("etc/pair.properties");
    try {
      String text = Files.readString(properties);
      Files.writeString(
          properties,
          text.replaceAll("(?m)^(HA.*(?:FileBased|locks-folder).*)$", "# $1")
              .replaceAll("(?m)^# (HA.*(?:Curator|connect-string|session-ms).*)$", "$1")
              .replaceAll("(?m)(connect-string=).*$", "$1" + zooKeeper));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns when it listens.
   *
   * @param properties for the places in its configuration
   */
  public ArtemisProcess starts(Map<String, String> properties) {
    launches(properties);
    return awaitListening();
  }

  ArtemisProcess awaitListening() {
    await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(60)).until(this::listens);
    return this;
  }

  void launches(Map<String, String> properties) {
    saidBefore = process == null ? 0 : said().length();
    Path home = distribution();
    Path etc = folder.resolve("etc");
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--add-opens",
                "java.base/jdk.internal.misc=ALL-UNNAMED",
                "-Dartemis.home=" + home,
                "-Dartemis.instance=" + folder,
                "-Dartemis.instance.etc=" + etc,
                "-Ddata.dir=" + folder.resolve("data"),
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-Djava.security.auth.login.config=" + etc.resolve("login.config"),
                "-Dlog4j2.configurationFile=" + etc.resolve("log4j2.properties").toUri(),
                "-Dbroker.port=" + port));
    properties.forEach((name, value) -> line.add("-D" + name + "=" + value));
    line.addAll(
        List.of(
            "-cp",
            home.resolve("lib/artemis-boot.jar").toString(),
            "org.apache.activemq.artemis.boot.Artemis",
            "run"));
    if (paired) {
      line.addAll(List.of("--properties", etc.resolve("pair.properties").toString()));
    }
    try {
      process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("said.log").toFile()))
              .start();
      Process started = process;
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the broker ended; it said:\n" + said());
    }
    return Ports.listens(port);
  }

  String said() {
    try {
      return Files.readString(folder.resolve("said.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Since it was started last. */
  boolean hasSaid(String what) {
    return said().indexOf(what, saidBefore) >= 0;
  }

  void awaitSaid(String what, Duration longest) {
    await().pollInterval(Duration.ofMillis(50)).atMost(longest).until(() -> hasSaid(what));
  }

  /** More than once since it was started last. */
  void awaitSaidAgain(String what, Duration longest) {
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(longest)
        .until(() -> said().lastIndexOf(what) > said().indexOf(what, saidBefore));
  }

  /** SIGKILL. */
  void dies() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM. */
  void stops() {
    process.destroy();
    awaitEnd();
  }

  /** SIGSTOP: it listens still, and answers nobody. */
  void hangs() {
    signal("-STOP");
  }

  /** SIGCONT. */
  void goesOn() {
    signal("-CONT");
  }

  /** SIGCONT, and returns when it has said something since. */
  void goesOnAndSays(String what) {
    saidBefore = said().length();
    goesOn();
    awaitSaid(what, Duration.ofSeconds(60));
  }

  private void signal(String signal) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void awaitEnd() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the broker does not end; it said:\n" + said());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
