package org.regionwire.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

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
  private final byte[] body;
  private final byte[] compressed;
  private final String hash;
  private final String cacheControl;
  private final Optional<String> location;

  private Answer(
      int status,
      String type,
      byte[] body,
      byte[] compressed,
      String hash,
      String cacheControl,
      Optional<String> location) {
    this.status = status;
    this.type = type;
    this.body = body;
    this.compressed = compressed;
    this.hash = hash;
    this.cacheControl = cacheControl;
    this.location = location;
  }

  static Answer of(int status, String type, byte[] body) {
    byte[] compressed = body.length > WORTH_COMPRESSING ? gzip(body) : body;
    String hash = sha256(body).substring(0, 32);
    return new Answer(status, type, body, compressed, hash, "no-cache", Optional.empty());
  }

  public static Answer html(int status, String html) {
    return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code type} without a charset parameter, for those that are UTF-8 by definition. */
  public static Answer text(int status, String type, String text) {
    return of(status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  static Answer moved(String location) {
    var gone = of(301, "text/plain; charset=utf-8", location.getBytes(StandardCharsets.UTF_8));
    return new Answer(
        301,
        gone.type,
        gone.body,
        gone.compressed,
        gone.hash,
        "public, max-age=3600",
        Optional.of(location));
  }

  /** The same with this {@code Cache-Control}, which is {@code no-cache} otherwise. */
  public Answer cached(String control) {
    return new Answer(status, type, body, compressed, hash, control, location);
  }

  public void send(RoutingContext context) {
    boolean squeeze = body != compressed && new Accept(encoding(context)).takesGzip();
    String tag = "\"" + hash + (squeeze ? "-gz\"" : "\"");
    var response = context.response();
    response.putHeader("Cache-Control", cacheControl).putHeader("ETag", tag);
    response.putHeader("Vary", "Accept, Accept-Encoding");
    secure(response);
    location.ifPresent(to -> response.putHeader("Location", to));
    if (status == 200 && known(context, tag)) {
      response.setStatusCode(304).end();
      return;
    }
    if (squeeze) {
      response.putHeader("Content-Encoding", "gzip");
    }
    byte[] bytes = squeeze ? compressed : body;
    response.setStatusCode(status).putHeader("Content-Type", type);
    response.putHeader("Content-Length", Integer.toString(bytes.length));
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(Buffer.buffer(bytes));
    }
  }

  /** The headers that keep a page from being misused, for one that is sent another way. */
  public static void secure(HttpServerResponse response) {
    SECURITY.forEach(response::putHeader);
  }

  int status() {
    return status;
  }

  private static Optional<String> encoding(RoutingContext context) {
    return Optional.ofNullable(context.request().getHeader("Accept-Encoding"));
  }

  /** By weak comparison, as RFC 9110 section 13.1.2 has it. */
  private static boolean known(RoutingContext context, String tag) {
    var method = context.request().method();
    String theirs = context.request().getHeader("If-None-Match");
    if (theirs == null || !(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
      return false;
    }
    for (String one : theirs.split(",", -1)) {
      String bare = one.strip().replaceFirst("^W/", "");
      if (bare.equals("*") || bare.equals(tag)) {
        return true;
      }
    }
    return false;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    var squeezed = new ByteArrayOutputStream(bytes.length / 3);
    try (var gzip = new GZIPOutputStream(squeezed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return squeezed.toByteArray();
  }
}
