package org.regionwire.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.regionwire.news.Ports;

/** A ZooKeeper of one, from what Artemis brings along: who of a pair of brokers works, it says. */
final class ZooKeeperProcess implements AutoCloseable {
  private static final Path MORE = Path.of("target/zookeeper").toAbsolutePath();

  private final int port = Ports.free();
  private final Process process;

  /** Returns when it listens. */
  ZooKeeperProcess(Path folder) {
    try {
      Files.createDirectories(folder);
      Path configuration = folder.resolve("zoo.cfg");
      Files.writeString(
          configuration,
          """
          tickTime=1000
          dataDir=%s
          clientPort=%d
          clientPortAddress=127.0.0.1
          metricsProvider.className=org.apache.zookeeper.metrics.impl.NullMetricsProvider
          """
              .formatted(folder.resolve("data"), port));
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-Dzookeeper.admin.enableServer=false",
                  "-cp",
                  ArtemisProcess.distribution().resolve("lib") + "/*:" + MORE + "/*",
                  "org.apache.zookeeper.server.ZooKeeperServerMain",
                  configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said.log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.ofSeconds(30))
        .until(() -> Ports.listens(port));
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
