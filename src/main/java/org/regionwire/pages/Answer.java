package org.regionwire.pages;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.regionwire.web.AcceptEncoding;
import org.regionwire.web.IfNoneMatch;
import org.regionwire.web.Variant;

/**
 * What is sent to a reader: ready bytes with a strong ETag, compressed when they are worth it, 304
 * when the reader has them, and the headers that keep a page from being misused.
 */
public final class Answer {
  private static final int WORTH_COMPRESSING = 1000;
  private static final Map<String, String> SECURITY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self' https: http: data:; "
              + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          // not no-referrer, with which a browser posts a form with "Origin: null"
          "Referrer-Policy",
          "same-origin");

  private final int status;
  private final String type;
  private final Variant plain;
  private final Optional<Variant> gzip;
  private final String cacheControl;
  private final Optional<String> location;

  private Answer(
      int status,
      String type,
      Variant plain,
      Optional<Variant> gzip,
      String cacheControl,
      Optional<String> location) {
    this.status = status;
    this.type = type;
    this.plain = plain;
    this.gzip = gzip;
    this.cacheControl = cacheControl;
    this.location = location;
  }

  static Answer of(int status, String type, byte[] body) {
    var plain = Variant.identity(body);
    Optional<Variant> gzip =
        body.length > WORTH_COMPRESSING ? Optional.of(Variant.gzip(plain)) : Optional.empty();
    return new Answer(status, type, plain, gzip, "no-cache", Optional.empty());
  }

  public static Answer html(int status, String html) {
    return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with a tag that says which revision of an item it shows. */
  public Answer ofRevision(int revision) {
    var tagged = plain.tagged("r" + revision + "-");
    var compressed = gzip.map(any -> Variant.gzip(tagged));
    return new Answer(status, type, tagged, compressed, cacheControl, location);
  }

  /** {@code type} without a charset parameter, for those that are UTF-8 by definition. */
  public static Answer text(int status, String type, String text) {
    return of(status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  static Answer moved(String location) {
    var gone = text(301, "text/plain; charset=utf-8", location);
    return new Answer(
        301, gone.type, gone.plain, gone.gzip, "public, max-age=3600", Optional.of(location));
  }

  /** The same with this {@code Cache-Control}, which is {@code no-cache} otherwise. */
  public Answer cached(String control) {
    return new Answer(status, type, plain, gzip, control, location);
  }

  public void send(RoutingContext context) {
    Variant variant = gzip.filter(any -> takesGzip(context)).orElse(plain);
    var response = context.response();
    response.putHeader("Cache-Control", cacheControl).putHeader("ETag", variant.etag());
    response.putHeader("Vary", "Accept, Accept-Encoding");
    secure(response);
    location.ifPresent(to -> response.putHeader("Location", to));
    if (status == 200 && known(context, variant)) {
      response.setStatusCode(304).end();
      return;
    }
    if (variant != plain) {
      response.putHeader("Content-Encoding", "gzip");
    }
    response.setStatusCode(status).putHeader("Content-Type", type);
    response.putHeader("Content-Length", variant.length());
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(variant.bytes());
    }
  }

  /** The headers that keep a page from being misused, for one that is sent another way. */
  public static void secure(HttpServerResponse response) {
    SECURITY.forEach(response::putHeader);
  }

  private static boolean takesGzip(RoutingContext context) {
    String accepted = context.request().getHeader("Accept-Encoding");
    return accepted != null && AcceptEncoding.wantsGzip(accepted);
  }

  private static boolean known(RoutingContext context, Variant variant) {
    var method = context.request().method();
    boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    var tags = context.request().headers().getAll("If-None-Match");
    return reads && IfNoneMatch.matches(String.join(",", tags), variant);
  }
}
