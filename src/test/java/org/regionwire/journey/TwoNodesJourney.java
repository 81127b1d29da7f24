package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.regionwire.archive.Databases;
import org.regionwire.broker.StompClient;
import org.regionwire.news.Ports;
import org.regionwire.push.Callbacks;

/** Those who are told of news, while of two nodes each dies in its turn. */
@Execution(ExecutionMode.CONCURRENT)
final class TwoNodesJourney {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String BASE = "http://wire.example.org";

  @TempDir Path folder;

  private final List<Newsroom> nodes = new ArrayList<>();
  private final Map<String, String> settings = new HashMap<>();
  private final int stomp = Ports.free();
  private ArtemisProcess broker;

  @BeforeEach
  void open() throws IOException {
    broker =
        new ArtemisProcess(folder.resolve("artemis"))
            .admits("reader", "read-only", stomp)
            .starts(Map.of());
    settings.put("broker", broker.address());
    settings.put("database", Databases.postgresqlUrl());
    settings.put("secrets", folder.resolve("secrets").toString());
    settings.put("push.private", "true");
    settings.put("base", BASE);
    opens("a");
    opens("b");
  }

  private void opens(String name) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    nodes.add(new Newsroom(home, settings).opens());
  }

  @AfterEach
  void close() {
    nodes.forEach(Newsroom::close);
    broker.close();
  }

  @Test
  void subscribers_and_outsiders_are_told_once_of_each_item_whoever_of_two_nodes_lives()
      throws Exception {
    try (var callbacks = new Callbacks();
        var outsider = listens("wire.oslo.news");
        var other = listens("wire.oslo.*")) {
      follows(callbacks);
      publishes(0, "Both live");
      isTold(callbacks, outsider, "Both live");
      assertThat(next(other)).contains("Both live");
      for (int dead = 0; dead < 2; dead++) {
        nodes.get(dead).dies();
        String title = "Without node " + dead;
        publishes(1 - dead, title);
        isTold(callbacks, outsider, title);
        assertThat(next(other)).contains(title);
        nodes.get(dead).opens();
      }
    }
  }

  @Test
  void whoever_waits_at_a_node_that_only_takes_in_is_told_when_it_is_archived() throws Exception {
    settings.put("roles", "intake");
    opens("c");
    publishes(2, "Taken in only");
    String token = nodes.get(2).runs("token", "--operator").strip().lines().reduce("", (a, b) -> b);
    assertThat(nodes.get(2).gets("/operate/news", "Authorization", "Bearer " + token).body())
        .contains("Taken in only")
        .doesNotContain("waits for the archive");
    assertThat(nodes.get(2).gets("/feeds/oslo.json").status()).isEqualTo(421);
    await()
        .atMost(LONG)
        .until(() -> has("Taken in only").test(nodes.get(0).gets("/feeds/oslo.json").body()));
  }

  private void follows(Callbacks callbacks) throws IOException {
    String form =
        "hub.mode=subscribe&hub.topic=%s&hub.callback=%s"
            .formatted(
                URLEncoder.encode(BASE + "/feeds/oslo.json", UTF_8),
                URLEncoder.encode(callbacks.at("/ann"), UTF_8));
    assertThat(nodes.get(1).postsForm("/hub", form).status()).isEqualTo(202);
    await().atMost(LONG).until(() -> callbacks.asked.size() == 1);
  }

  private void publishes(int node, String title) throws IOException {
    String item = "{\"title\": \"" + title + "\", \"regions\": [\"oslo\"]}";
    var reply =
        nodes.get(node).posts("application/json", item.getBytes(UTF_8), "Prefer", "wait=30");
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
  }

  private StompClient listens(String address) throws IOException {
    var client = new StompClient(stomp);
    assertThat(client.connect("reader", "read-only")).startsWith("CONNECTED");
    client.send("SUBSCRIBE\nid:1\ndestination:" + address + "\nreceipt:1\n\n");
    assertThat(client.answer()).startsWith("RECEIPT");
    return client;
  }

  private static void isTold(Callbacks callbacks, StompClient outsider, String title)
      throws IOException {
    assertThat(next(outsider)).contains(title);
    await().atMost(LONG).until(() -> callbacks.toldAt("/ann").stream().anyMatch(has(title)));
  }

  private static Predicate<String> has(String title) {
    return told -> told.contains("\"" + title + "\"");
  }

  /** The next event and no other: each is told once. */
  private static String next(StompClient outsider) throws IOException {
    long end = System.nanoTime() + LONG.toNanos();
    while (System.nanoTime() < end) {
      try {
        return outsider.frame();
      } catch (SocketTimeoutException e) {
        continue;
      }
    }
    return "nothing in " + LONG;
  }
}
