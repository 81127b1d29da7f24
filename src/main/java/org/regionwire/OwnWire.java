package org.regionwire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.regionwire.digest.Tokens;
import org.regionwire.operate.operators.Passes;

/**
 * The wire that runs with the same settings, asked by a command over HTTP: an embedded broker's
 * queues can be reached by its process alone, and what works there works with an outside one.
 */
final class OwnWire {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Thousands may be put back, a transaction each. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final URI address;
  private final String pass;

  private OwnWire(URI address, String pass) {
    this.address = address;
    this.pass = pass;
  }

  /**
   * @throws IOException if no wire has run with these settings yet
   */
  static OwnWire of(Settings settings) throws IOException {
    if (!Files.exists(settings.letterSecret())) {
      throw new IOException(
          "no wire has run here: there is no "
              + settings.letterSecret()
              + "; use the settings with which it runs (REGIONWIRE_HOME)");
    }
    var tokens = new Tokens(SecretFile.in(settings.letterSecret(), new SecureRandom()).bytes());
    String host = settings.host.equals("0.0.0.0") ? "127.0.0.1" : settings.host;
    return new OwnWire(
        URI.create("http://" + host + ":" + settings.port),
        new Passes(tokens::seal, Clock.systemUTC()).make());
  }

  JsonNode gets(String path) throws IOException {
    return asks(request(path).GET().build());
  }

  /**
   * @param fields of a form
   */
  JsonNode posts(String path, List<Entry<String, String>> fields) throws IOException {
    String form =
        fields.stream()
            .map(one -> one.getKey() + "=" + escaped(one.getValue()))
            .collect(Collectors.joining("&"));
    return asks(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(LONGEST)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + pass);
  }

  private JsonNode asks(HttpRequest request) throws IOException {
    HttpResponse<String> answer = answer(request);
    if (answer.statusCode() == 401) {
      throw new IOException(
          "the wire at " + address + " has other secrets (regionwire.secrets) or another clock");
    }
    var json = json(answer);
    if (answer.statusCode() != 200) {
      throw new IOException("the wire at " + address + " said: " + json.path("detail").asText());
    }
    return json;
  }

  private JsonNode json(HttpResponse<String> answer) throws IOException {
    try {
      return new JsonMapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IOException("what answers at " + address + " is no wire that knows this", e);
    }
  }

  private HttpResponse<String> answer(HttpRequest request) throws IOException {
    try {
      var client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
      return client.send(request, BodyHandlers.ofString());
    } catch (java.net.ConnectException e) {
      throw new IOException(
          "no wire answers at " + address + "; what is parked is shown and put back while it runs");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
