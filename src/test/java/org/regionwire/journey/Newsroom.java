package org.regionwire.journey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.regionwire.news.Ports;

/** A wire of its own, seen from outside: a real process with its own home and port. */
final class Newsroom implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A thousand letters or a backup under load take a while on a machine with much to do. */
  private static final long LONGEST_COMMAND_SECONDS = 180;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private final Path home;
  private final Path secrets;
  private final String address;
  private final List<String> settings = new ArrayList<>();
  private WireProcess process;

  /** What the wire answered. */
  record Reply(int status, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException("not JSON: " + body, e);
      }
    }

    /** Of an item's receipt. */
    String id() {
      return json().path("id").asText();
    }
  }

  Newsroom(Path home, Map<String, String> settings) {
    this(home, Ports.free(), settings);
  }

  private Newsroom(Path home, int port, Map<String, String> settings) {
    this.home = home;
    this.secrets = Path.of(settings.getOrDefault("secrets", home.toString()));
    this.address = "http://127.0.0.1:" + port;
    this.settings.add("-Dregionwire.home=" + home);
    this.settings.add("-Dregionwire.http.port=" + port);
    settings.forEach((key, value) -> this.settings.add("-Dregionwire." + key + "=" + value));
  }

  /** Another one that wants the same port. */
  Newsroom neighbour(Path otherHome) {
    return new Newsroom(otherHome, URI.create(address).getPort(), Map.of());
  }

  /** Returns when it is ready. */
  Newsroom opens() {
    launches();
    process.awaitReady();
    return this;
  }

  /** Returns at once. */
  void launches() {
    process = WireProcess.start(settings, home.resolve("said.log"));
  }

  /** As {@link #opens}, and what it loads is kept for those that come after it. */
  void archivesClasses() {
    process = WireProcess.startToArchive(settings, home.resolve("said.log"));
    process.awaitReady();
  }

  void awaitReady() {
    process.awaitReady();
  }

  /** SIGTERM, and the exit code. */
  int stops() {
    return process.stop();
  }

  int awaitEnd() {
    return process.exitCode(LONGEST_COMMAND_SECONDS);
  }

  void dies() {
    process.kill();
  }

  /** Runs a command beside the wire, and gives what it said. */
  String runs(String... command) {
    Path log =
        home.resolve(
            "command-" + String.join("-", command).replaceAll("[^A-Za-z0-9.-]", ".") + ".log");
    var run = WireProcess.start(settings, log, command);
    int exit = run.exitCode(LONGEST_COMMAND_SECONDS);
    if (exit != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " ended with " + exit + ":\n" + run.said());
    }
    return run.said();
  }

  /** Without a slash at its end. */
  String address() {
    return address;
  }

  String said() {
    return process.said();
  }

  Path folder(String name) {
    return home.resolve(name);
  }

  /** As a program does that renames a finished file into the inbox. */
  void drops(String name, byte[] bytes) throws IOException {
    Path inbox = Files.createDirectories(home.resolve("inbox"));
    Path unfinished = Files.write(inbox.resolve(name + ".tmp"), bytes);
    Files.move(unfinished, inbox.resolve(name));
  }

  /** Names in a folder, receipts and unfinished files not counted. */
  List<String> files(String folder) throws IOException {
    if (!Files.isDirectory(home.resolve(folder))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".tmp") && !name.endsWith(".receipt.json"))
          .toList();
    }
  }

  JsonNode receipt(String folder, String name) throws IOException {
    return JSON.readTree(home.resolve(folder).resolve(name + ".receipt.json").toFile());
  }

  /**
   * @param headers name, value, name, value
   */
  Reply posts(String mediaType, byte[] item, String... headers) throws IOException {
    String token = Files.readString(secrets.resolve("submit.token")).strip();
    var request =
        request("/items")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(item));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** With the token: PUT, DELETE, or a look at what only the sender may see. */
  Reply changes(String method, String path, String json, String... headers) throws IOException {
    String token = Files.readString(secrets.resolve("submit.token")).strip();
    var request =
        request(path)
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(json));
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** With the token, whatever its type is. */
  Reply sends(String method, String path, String mediaType, byte[] body) throws IOException {
    String token = Files.readString(secrets.resolve("submit.token")).strip();
    return send(
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", mediaType)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  Reply postsForm(String path, String fields, String... headers) throws IOException {
    var request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Reply gets(String path, String... headers) throws IOException {
    var request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** The page's HTML, with its entities. */
  String page(String path) throws IOException {
    Reply reply = gets(path, "Accept", "text/html");
    if (reply.status() != 200) {
      throw new IOException(path + " answered " + reply.status() + ": " + reply.body());
    }
    return reply.body();
  }

  /**
   * @param name such as {@code oslo.atom} or {@code all.rss?kind=event}
   */
  List<Entry> feed(String name) throws IOException {
    Reply reply = gets("/feeds/" + name);
    if (reply.status() != 200) {
      throw new IOException(name + " answered " + reply.status() + ": " + reply.body());
    }
    return Entry.read(reply.body());
  }

  /** Returns when every feed shows what was sent last of an item. */
  void awaitShown(String id) {
    await().until(() -> gets("/items/" + id + "/status").json().has("feeds"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address).resolve(path))
        .timeout(Duration.ofSeconds(40));
  }

  private Reply send(HttpRequest.Builder request) throws IOException {
    try {
      var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.headers().map(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.kill();
    }
  }
}
