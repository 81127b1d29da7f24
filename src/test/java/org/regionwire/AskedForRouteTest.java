package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters that someone waits for, by the shipped routes. */
class AskedForRouteTest {
  @TempDir Path home;
  private Settings settings;
  private Wiring wiring;
  private Main main;

  @BeforeEach
  void start() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    settings =
        new Settings(
            Map.of(
                "REGIONWIRE_HOME", home.toString(),
                "REGIONWIRE_HTTP_PORT", Integer.toString(port)),
            new Properties());
    wiring = new Wiring(settings, () -> {});
    main = Regionwire.camel(settings, wiring);
    main.start();
  }

  @AfterEach
  void stop() throws Exception {
    main.stop();
    wiring.close();
  }

  @Test
  void a_letter_that_someone_waits_for_does_not_wait_for_the_digests() throws Exception {
    // As if a run of digests would never end.
    main.getCamelContext().getRouteController().stopRoute("digest-send");
    var request =
        HttpRequest.newBuilder(URI.create(settings.base + "/subscriptions"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("email=ann%40example.org&regions=malmo"))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(202);
    await().atMost(Duration.ofSeconds(20)).until(() -> lettersTo("ann@example.org") == 1);
  }

  private long lettersTo(String address) throws IOException {
    Path outbox = home.resolve("outbox");
    if (!Files.isDirectory(outbox)) {
      return 0;
    }
    long count = 0;
    try (var letters = Files.newDirectoryStream(outbox, "*.eml")) {
      for (var letter : letters) {
        count += Files.readString(letter).contains("To: " + address) ? 1 : 0;
      }
    }
    return count;
  }
}
