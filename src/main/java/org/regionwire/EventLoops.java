package org.regionwire;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What requests are read and answered on: an event loop for each core, on the kernel's epoll where
 * there is one. Camel's server uses one of them; the others listen on its port too, and Vert.x
 * gives each new connection to the next.
 */
final class EventLoops implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventLoops.class);
  private static final int STOP_SECONDS = 5;

  private final int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops));

  /** For Camel, which takes the one it is given. */
  Vertx vertx() {
    return vertx;
  }

  /** Besides Camel's server, which listens already. */
  void share(String host, int port, Handler<HttpServerRequest> requests) {
    for (int i = 1; i < loops; i++) {
      var options = new HttpServerOptions().setHost(host).setPort(port);
      vertx
          .createHttpServer(options)
          .requestHandler(requests)
          .listen()
          .onFailure(e -> LOG.warn("an event loop less for {}:{}: {}", host, port, e.toString()));
    }
  }

  @Override
  public void close() throws InterruptedException {
    var closed = new CountDownLatch(1);
    vertx.close().onComplete(done -> closed.countDown());
    closed.await(STOP_SECONDS, TimeUnit.SECONDS);
  }
}
