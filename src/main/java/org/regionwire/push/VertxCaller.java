package org.regionwire.push;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calls by HTTP/1.1. Redirects are not followed, of an answer only the beginning is read, and
 * however slowly it drips there is an end.
 */
final class VertxCaller implements Caller {
  private static final int MOST_BODY = 4_096;
  private static final int CONNECT_MILLIS = 5_000;

  private final Vertx vertx;

  /** One event loop for all calls: only there an answer cannot end before it is listened to. */
  private final Context context;

  private final HttpClient client;

  /** Keeps no connection, so that it never uses one that is closed already. */
  private final HttpClient afresh;

  private final long patienceMillis;

  /**
   * @param patience with one call, from the beginning to the end
   */
  VertxCaller(Vertx vertx, int connectionsPerHost, Duration patience) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.patienceMillis = patience.toMillis();
    var options =
        new HttpClientOptions()
            .setMaxPoolSize(connectionsPerHost)
            .setConnectTimeout((int) Math.min(CONNECT_MILLIS, patienceMillis))
            .setKeepAliveTimeout(15)
            .setTcpNoDelay(true);
    this.client = vertx.createHttpClient(options);
    this.afresh = vertx.createHttpClient(new HttpClientOptions(options).setKeepAlive(false));
  }

  @Override
  public CompletionStage<Reply> call(Call call, InetAddress at) {
    Promise<Reply> reply = Promise.promise();
    var request = new AtomicReference<HttpClientRequest>();
    long timer =
        vertx.setTimer(
            patienceMillis,
            late -> {
              reply.tryComplete(Reply.none("no answer in " + patienceMillis + " ms"));
              Optional.ofNullable(request.get()).ifPresent(HttpClientRequest::reset);
            });
    context.runOnContext(
        now ->
            attempt(client, call, at, request)
                .recover(
                    e ->
                        !reply.future().isComplete() && wasClosed(e, request.get() != null)
                            ? attempt(afresh, call, at, request)
                            : Future.failedFuture(e))
                .onSuccess(reply::tryComplete)
                .onFailure(e -> reply.tryComplete(Reply.none(e.toString()))));
    return reply.future().onComplete(done -> vertx.cancelTimer(timer)).toCompletionStage();
  }

  private Future<Reply> attempt(
      HttpClient by, Call call, InetAddress at, AtomicReference<HttpClientRequest> request) {
    return by.request(options(call, at))
        .compose(
            open -> {
              request.set(open);
              return send(open, call);
            })
        .compose(VertxCaller::read);
  }

  /** A kept connection may be closed by the other side at the moment it is used again. */
  private static boolean wasClosed(Throwable failure, boolean connected) {
    return connected && (failure instanceof HttpClosedException || failure instanceof IOException);
  }

  /** The host stays the callback's own, for its certificate and its virtual hosts. */
  private static RequestOptions options(Call call, InetAddress at) {
    var callback = call.callback();
    var options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(callback.port(), at.getHostAddress()))
            .setHost(callback.host())
            .setPort(callback.port())
            .setSsl(callback.isSecure())
            .setURI(call.target())
            .setMethod(call.isPost() ? HttpMethod.POST : HttpMethod.GET)
            .setFollowRedirects(false);
    call.headers().forEach(options::addHeader);
    return options;
  }

  private static Future<HttpClientResponse> send(HttpClientRequest open, Call call) {
    return call.isPost() ? open.send(Buffer.buffer(call.body())) : open.send();
  }

  private static Future<Reply> read(HttpClientResponse response) {
    Promise<Reply> reply = Promise.promise();
    var body = Buffer.buffer();
    response.handler(
        part -> {
          body.appendBuffer(part, 0, Math.min(part.length(), MOST_BODY - body.length()));
          if (body.length() >= MOST_BODY) {
            reply.tryComplete(new Reply(response.statusCode(), body.toString(), ""));
            response.request().reset();
          }
        });
    response.exceptionHandler(reply::tryFail);
    response.endHandler(
        end -> reply.tryComplete(new Reply(response.statusCode(), body.toString(), "")));
    return reply.future();
  }
}
