package org.regionwire.feeds.delivery;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.regionwire.feeds.Asked;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.shelf.Shelf;

/** The feeds of a desk, behind a real server. */
final class FeedSite implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;

  FeedSite(Desk desk) {
    this(desk, desk.shelf);
  }

  FeedSite(Desk desk, Shelf shelf) {
    var router = Router.router(vertx);
    router
        .route("/feeds/*")
        .handler(
            new FeedDelivery(
                shelf, desk.press.archivePages(), desk.addresses, new Porter(), desk.clock));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<byte[]> send(String method, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray()).join();
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Answers people in a few words. */
  private static final class Porter implements Reception {
    @Override
    public Handler<RoutingContext> show(FeedKey key, String subject) {
      return context -> context.end(subject + " at " + key.address());
    }

    @Override
    public Handler<RoutingContext> lost(Asked.Unknown unknown) {
      String nearest = unknown.mistakes().get(0).suggestions().toString();
      return context -> context.response().setStatusCode(unknown.status()).end(nearest);
    }
  }
}
