package org.regionwire.http;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.regionwire.door.HttpLimits;

/**
 * What requests are read and answered on: an event loop for each core, on the kernel's epoll where
 * there is one. A server on each listens on the one port, and Vert.x gives each new connection to
 * the next.
 */
public final class EventLoops implements AutoCloseable {
  private static final int START_SECONDS = 20;
  private static final int STOP_SECONDS = 5;

  private final int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops));

  /** For Camel, which takes the one it is given. */
  public Vertx vertx() {
    return vertx;
  }

  /** Before a route is there: until all of them are, nobody is let in to be told 404. */
  public void close(HttpServer camels) {
    await(camels.close());
  }

  /**
   * Listens in the place of Camel's server, whose limits cannot be set.
   *
   * @throws IllegalStateException when it cannot listen
   */
  public void listen(String host, int port, Handler<HttpServerRequest> requests) {
    var each = new DeploymentOptions().setInstances(loops);
    await(vertx.deployVerticle(() -> new Listener(host, port, requests), each));
  }

  /** Its server lives on a loop of its own; servers made outside of one share a loop. */
  private static final class Listener extends AbstractVerticle {
    private final String host;
    private final int port;
    private final Handler<HttpServerRequest> requests;

    Listener(String host, int port, Handler<HttpServerRequest> requests) {
      this.host = host;
      this.port = port;
      this.requests = requests;
    }

    @Override
    public void start(Promise<Void> started) {
      vertx
          .createHttpServer(HttpLimits.options().setHost(host).setPort(port))
          .requestHandler(requests)
          .invalidRequestHandler(HttpLimits::refuse)
          .listen()
          .<Void>mapEmpty()
          .onComplete(started);
    }
  }

  private static void await(Future<?> done) {
    try {
      done.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the web server does not listen: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    var closed = new CountDownLatch(1);
    vertx.close().onComplete(done -> closed.countDown());
    closed.await(STOP_SECONDS, TimeUnit.SECONDS);
  }
}
