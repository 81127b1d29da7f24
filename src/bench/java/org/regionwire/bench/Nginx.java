package org.regionwire.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * nginx with the settings Debian ships that matter here, one worker for each core, handing out one
 * file that is compressed already.
 */
final class Nginx implements AutoCloseable {
  private static final String SETTINGS =
      """
      daemon off;
      worker_processes auto;
      %s
      pid %2$s/nginx.pid;
      error_log %2$s/error.log;
      events { worker_connections 768; }
      http {
        sendfile on;
        tcp_nopush on;
        access_log off;
        keepalive_requests 100000000;
        client_body_temp_path %2$s/t1;
        proxy_temp_path %2$s/t2;
        fastcgi_temp_path %2$s/t3;
        uwsgi_temp_path %2$s/t4;
        scgi_temp_path %2$s/t5;
        types { application/atom+xml atom; }
        server {
          listen 127.0.0.1:%3$d;
          root %2$s/root;
          gzip_static on;
          gzip_vary on;
          add_header Cache-Control "public, max-age=60, stale-if-error=3600";
        }
      }
      """;

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * @param path of the file, as it is asked for
   * @param gzip its compressed bytes
   */
  static Nginx start(Path program, Path folder, String path, byte[] bytes, byte[] gzip)
      throws Exception {
    Path file = folder.resolve("root" + path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    Files.write(Path.of(file + ".gz"), gzip);
    int port = Site.freePort();
    String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
    Path settings =
        Files.writeString(folder.resolve("nginx.conf"), SETTINGS.formatted(user, folder, port));
    var process =
        new ProcessBuilder(program.toString(), "-p", folder.toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.log").toFile())
            .start();
    awaitPort(process, port);
    return new Nginx(process, port);
  }

  private static void awaitPort(Process process, int port) throws Exception {
    for (int i = 0; i < 100 && process.isAlive(); i++) {
      try (var socket = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    process.destroyForcibly();
    throw new IOException("nginx does not listen");
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
