package org.regionwire.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regionwire.nodes.Role;

/** A node without a role says so where the description says that it may. */
class ElsewhereTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_node_that_only_archives_answers_421_where_that_is_described_and_nowhere_else()
      throws Exception {
    var server = serving(Set.of(Role.ARCHIVE));
    var paths = new YAMLMapper().readTree(Path.of("src/main/resources/openapi.yaml").toFile());
    for (var path : paths.get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          boolean described = operation.getValue().get("responses").has("421");
          var answer = asks(server, operation.getKey(), path.getKey());
          assertThat(answer.statusCode())
              .as("%s %s", operation.getKey(), path.getKey())
              .matches(status -> (status == 421) == described);
          if (described) {
            assertThat(problem(answer)).contains("does not have the role").contains("ask another");
          }
        }
      }
    }
  }

  @Test
  void a_node_with_all_roles_sends_nobody_elsewhere() throws Exception {
    var server = serving(Set.of(Role.values()));
    for (String path : Set.of("/", "/items", "/feeds/all.rss", "/hub", "/manage/x")) {
      assertThat(asks(server, "get", path).statusCode()).as(path).isEqualTo(404);
    }
  }

  private static String problem(HttpResponse<String> answer) throws Exception {
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = new YAMLMapper().readTree(answer.body());
    return problem.toString();
  }

  private HttpServer serving(Set<Role> roles) {
    var router = Router.router(vertx);
    Elsewhere.mount(router, roles);
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private HttpResponse<String> asks(HttpServer server, String method, String path)
      throws Exception {
    var address =
        URI.create(
            "http://127.0.0.1:" + server.actualPort() + path.replace("{", "").replace("}", ""));
    var request =
        HttpRequest.newBuilder(address)
            .method(method.toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody())
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
