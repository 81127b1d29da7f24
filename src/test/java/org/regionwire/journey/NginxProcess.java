package org.regionwire.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.regionwire.news.Ports;

/** nginx with the configuration that is shipped; only its places are others. */
final class NginxProcess implements AutoCloseable {
  private static final Path SHIPPED = Path.of("src/main/proxy/nginx.conf");

  private final int port = Ports.free();
  private final Process process;

  /** Returns when it listens. */
  NginxProcess(Path program, Path folder, String nodeA, String nodeB) throws IOException {
    Files.createDirectories(folder.resolve("cache"));
    String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
    String settings =
        Files.readString(SHIPPED)
            .replace("listen 8080;", "listen 127.0.0.1:" + port + ";")
            .replace("node-a:8080", URI.create(nodeA).getAuthority())
            .replace("node-b:8080", URI.create(nodeB).getAuthority())
            .replace("/tmp/", folder + "/")
            .replace("/var/cache/nginx/", folder.resolve("cache") + "/");
    Path file = Files.writeString(folder.resolve("nginx.conf"), user + settings);
    process =
        new ProcessBuilder(
                program.toString(),
                "-p",
                folder.toString(),
                "-c",
                file.toString(),
                "-g",
                "daemon off;")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    await().atMost(Duration.ofSeconds(10)).until(() -> listens(folder));
  }

  private boolean listens(Path folder) throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException(Files.readString(folder.resolve("said.log")));
    }
    return Ports.listens(port);
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** SIGTERM: its workers end with it. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
