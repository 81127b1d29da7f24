package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.regionwire.news.Ports;

/** One running wire, seen from outside: its address and its folders. */
final class Outside implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Path home;
  private final int port;
  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Socket> left = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private final String token;

  private Outside(Path home, int port, Process process) throws IOException {
    this.home = home;
    this.port = port;
    this.process = process;
    Path log = home.resolve("log");
    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> !process.isAlive() || Files.readString(log).contains("Regionwire is ready"));
    assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
    this.token = Files.readString(home.resolve("submit.token")).strip();
  }

  static Outside starts(Path home, String... more) throws IOException {
    int port = Ports.free();
    var settings =
        new ArrayList<>(List.of("-Dregionwire.home=" + home, "-Dregionwire.http.port=" + port));
    settings.addAll(List.of(more));
    var line = WireCommand.line(settings);
    var builder = new ProcessBuilder(line);
    builder.redirectErrorStream(true).redirectOutput(home.resolve("log").toFile());
    return new Outside(home, port, builder.start());
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  String token() {
    return token;
  }

  Path home() {
    return home;
  }

  Path inbox() {
    return home.resolve("inbox");
  }

  String log() throws IOException {
    return Files.readString(home.resolve("log"));
  }

  HttpResponse<String> posts(String type, byte[] body, String... headers) throws Exception {
    return postsTo("/items", type, body, headers);
  }

  HttpResponse<String> postsTo(String path, String type, byte[] body, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(address(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  String gets(String path) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(address(path)).timeout(PATIENCE).build(),
            BodyHandlers.ofString())
        .body();
  }

  HttpResponse<String> looks(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(address(path)).timeout(PATIENCE);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** The whole answer to bytes no polite client would send; the connection is left to the wire. */
  String says(String head, byte[] body) throws IOException {
    var socket = new Socket("127.0.0.1", port);
    left.add(socket);
    socket.setSoTimeout(20_000);
    OutputStream out = socket.getOutputStream();
    out.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
    return answer(socket.getInputStream());
  }

  /** As long as it says it is; else to the end of the connection. */
  private static String answer(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (!bytes.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return bytes.toString(StandardCharsets.UTF_8);
      }
      bytes.write(next);
    }
    var length = LENGTH.matcher(bytes.toString(StandardCharsets.UTF_8));
    bytes.write(
        length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : in.readAllBytes());
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * The wire hangs up, however long the other side would stay: nobody holds a connection for ever.
   */
  private void hangsUp(Socket socket) throws IOException {
    try (socket) {
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  /** Puts a file there at once, and old enough not to be waited for. */
  void drops(String name, byte[] body) throws IOException {
    Path fresh = Files.write(home.resolve("drop-" + number.incrementAndGet()), body);
    Files.setLastModifiedTime(fresh, FileTime.from(Instant.now().minusSeconds(60)));
    Files.move(fresh, inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** What became of a file: the receipt in {@code folder}, once the file is there too. */
  JsonNode receipt(String folder, String name) throws IOException {
    Path file = home.resolve(folder).resolve(name);
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(30)).until(() -> Files.exists(file));
    return json(Files.readString(file.resolveSibling(name + ".receipt.json")));
  }

  /** That news still gets through: a good item, sent and then seen in the feed. */
  void stillWorks() throws Exception {
    String title = "All is well " + number.incrementAndGet();
    byte[] item = "{\"title\":\"%s\"}".formatted(title).getBytes(StandardCharsets.UTF_8);
    assertThat(posts("application/json", item, "Prefer", "wait=30").statusCode()).isEqualTo(201);
    assertThat(gets("/feeds/all.json")).contains(title);
  }

  static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    try {
      for (var socket : left) {
        hangsUp(socket);
      }
    } finally {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }
}
