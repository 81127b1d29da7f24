package org.regionwire.door;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.regionwire.web.ProblemJson;

/**
 * How long a request's first line and its headers may be, and what is said of longer ones; how long
 * a connection may be silent.
 */
public final class HttpLimits {
  /** Of the first line, and of all headers together. */
  private static final int BYTES = 32_768;

  /** Of a field of a form; how long a form may be is for each address to say. */
  public static final int FIELD = 4_000_000;

  /** Of a connection that sends nothing; longer than any answer is waited for. */
  private static final int SILENT_SECONDS = 120;

  private HttpLimits() {}

  /**
   * Not HTTP/2, which without TLS is asked for by an upgrade that RFC 9113 (section 3.1) has
   * withdrawn and that loses bodies; a proxy that speaks it to readers speaks HTTP/1.1 to us. Not
   * web sockets either, whose extensions would look at every request.
   */
  public static HttpServerOptions options() {
    return new HttpServerOptions()
        .setMaxInitialLineLength(BYTES)
        .setMaxHeaderSize(BYTES)
        .setMaxFormAttributeSize(FIELD)
        .setReadIdleTimeout(SILENT_SECONDS)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setHttp2ClearTextEnabled(false);
  }

  /** Answers what could not be read as a request. */
  public static void refuse(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    request.response().putHeader(HttpHeaders.CONNECTION, "close");
    if (cause instanceof TooLongHttpLineException) {
      answer(request, 414, "the address is too long; at most %,d bytes with its query");
    } else if (cause instanceof TooLongHttpHeaderException) {
      answer(request, 431, "the headers are too long; at most %,d bytes together");
    } else {
      answer(request, 400, "this is not a request in HTTP/1.1");
    }
  }

  private static void answer(HttpServerRequest request, int status, String detail) {
    ProblemJson.answer(request.response(), status, detail.formatted(BYTES));
    // Not at once: a sender that still sends would not get to read the answer.
    EarlyAnswers.hangUpSoon(request);
  }
}
