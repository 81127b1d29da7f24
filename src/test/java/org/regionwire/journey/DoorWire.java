package org.regionwire.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A wire of its own, asked with whatever headers, by whoever has which token. */
final class DoorWire implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("rw_[0-9a-f]{12}_[A-Za-z0-9_-]{43}");

  final Newsroom newsroom;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  DoorWire(Path home, Map<String, String> settings) {
    newsroom = new Newsroom(home, settings).opens();
  }

  HttpResponse<String> asks(String method, String path, String body, String... headers)
      throws Exception {
    return client.send(request(method, path, body, headers), BodyHandlers.ofString());
  }

  HttpRequest request(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(newsroom.address()).resolve(path))
            .timeout(Duration.ofSeconds(40))
            .method(method, BodyPublishers.ofString(body));
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }

  HttpClient client() {
    return client;
  }

  /**
   * @param title of an item that says nothing else but {@code more}
   * @param more {@code , "regions": ["malmo"]}
   */
  HttpResponse<String> posts(String token, String title, String more, String... headers)
      throws Exception {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    String body = "{\"title\": \"" + title + "\"" + more + "}";
    return asks("POST", "/items", body, all.toArray(String[]::new));
  }

  HttpResponse<String> changes(String method, String path, String token, String json)
      throws Exception {
    String[] headers = {"Authorization", "Bearer " + token, "Content-Type", "application/json"};
    return asks(method, path, json, headers);
  }

  HttpResponse<String> sendsForm(String path, String fields, String... headers) throws Exception {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
    return asks("POST", path, fields, all.toArray(String[]::new));
  }

  /** Of the command that makes one. */
  String makesToken(String... arguments) {
    var command = new ArrayList<>(List.of("token", "new"));
    command.addAll(List.of(arguments));
    String said = newsroom.runs(command.toArray(String[]::new));
    // the same command twice adds to one log
    return TOKEN.matcher(said).results().reduce((one, next) -> next).orElseThrow().group();
  }

  /** The newsroom's. */
  String submitToken() throws IOException {
    return Files.readString(newsroom.folder("submit.token")).strip();
  }

  @Override
  public void close() {
    newsroom.close();
  }
}
