package org.regionwire.feeds.delivery;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.rendering.DateHeader;
import org.regionwire.feeds.rendering.Rendering;
import org.regionwire.web.AcceptEncoding;
import org.regionwire.web.IfNoneMatch;
import org.regionwire.web.Variant;

/**
 * Answers a request with a rendering: the right variant, or 304 (RFC 9110 section 13.2.2). Runs on
 * the event loop for every poll, so everything it writes is ready before.
 */
final class Envelope {
  static final CharSequence CONTENT_TYPE_OPTIONS =
      HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
  static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");

  /**
   * A minute spares us hasty pollers. stale-while-revalidate is short, because a shared cache that
   * may use it for long serves every rare poller the state of the poll before.
   */
  static final CharSequence A_MINUTE =
      HttpHeaders.createOptimized(
          "public, max-age=60, stale-while-revalidate=30, stale-if-error=3600");

  /**
   * For pages of the archive, which hardly ever change. Those who share a cache are told of a
   * withdrawal within the hour.
   */
  static final CharSequence A_DAY =
      HttpHeaders.createOptimized("public, max-age=86400, s-maxage=3600, stale-if-error=86400");

  /** By Accept too, because a browser gets a page at the same address. */
  private static final CharSequence VARY = HttpHeaders.createOptimized("Accept, Accept-Encoding");

  private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

  private static final CharSequence RSS = HttpHeaders.createOptimized(FeedFormat.RSS.mediaType());
  private static final CharSequence ATOM = HttpHeaders.createOptimized(FeedFormat.ATOM.mediaType());
  private static final CharSequence JSON = HttpHeaders.createOptimized(FeedFormat.JSON.mediaType());
  private static final CharSequence ICS = HttpHeaders.createOptimized(FeedFormat.ICS.mediaType());

  private final DateHeader dates;
  private final CharSequence freshness;

  /**
   * @param freshness Cache-Control
   */
  Envelope(DateHeader dates, CharSequence freshness) {
    this.dates = dates;
    this.freshness = freshness;
  }

  /** In the encoding that the reader takes. */
  static Variant variant(HttpServerRequest request, Rendering rendering) {
    return wantsGzip(request) ? rendering.gzip() : rendering.identity();
  }

  /** Whether the reader has it already. */
  boolean isKnown(HttpServerRequest request, Rendering rendering) {
    return has(request, rendering.identity(), rendering.gzip(), rendering, dates.now()).isPresent();
  }

  void send(HttpServerRequest request, Rendering rendering) {
    var now = dates.now();
    boolean gzip = wantsGzip(request);
    var variant = gzip ? rendering.gzip() : rendering.identity();
    var other = gzip ? rendering.identity() : rendering.gzip();
    var response = request.response();
    var headers = response.headers();
    date(headers, rendering, now);
    var had = has(request, variant, other, rendering, now);
    if (had.isPresent()) {
      headers.set(HttpHeaders.ETAG, had.get().etagHeader());
      response.setStatusCode(304).end();
      return;
    }
    describe(headers, rendering, variant, gzip);
    if (HttpMethod.HEAD.equals(request.method())) {
      response.end();
    } else {
      response.end(variant.bytes());
    }
  }

  /** What a 304 says too (RFC 9110 section 15.4.5). */
  private void date(MultiMap headers, Rendering rendering, DateHeader.Second now) {
    headers.set(HttpHeaders.DATE, now.text());
    headers.set(HttpHeaders.CACHE_CONTROL, freshness);
    headers.set(HttpHeaders.VARY, VARY);
    if (rendering.dated()) {
      headers.set(HttpHeaders.LAST_MODIFIED, lastModified(rendering, now));
    }
  }

  private static void describe(
      MultiMap headers, Rendering rendering, Variant variant, boolean gzip) {
    headers.set(HttpHeaders.ETAG, variant.etagHeader());
    headers.set(HttpHeaders.CONTENT_TYPE, mediaType(rendering.format()));
    headers.set(HttpHeaders.CONTENT_LENGTH, variant.length());
    headers.set(CONTENT_TYPE_OPTIONS, NOSNIFF);
    if (rendering.link().length() > 0) {
      headers.set(LINK, rendering.link());
    }
    if (gzip) {
      headers.set(HttpHeaders.CONTENT_ENCODING, GZIP);
    }
  }

  private static CharSequence mediaType(FeedFormat format) {
    return switch (format) {
      case RSS -> RSS;
      case ATOM -> ATOM;
      case JSON -> JSON;
      case ICS -> ICS;
    };
  }

  private static boolean wantsGzip(HttpServerRequest request) {
    String accepted = request.headers().get(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && AcceptEncoding.wantsGzip(accepted);
  }

  /** Never later than Date (RFC 9110 section 8.8.2.1). */
  private static CharSequence lastModified(Rendering rendering, DateHeader.Second now) {
    return rendering.lastModified().getEpochSecond() > now.seconds()
        ? now.text()
        : rendering.lastModifiedHeader();
  }

  /** The variant the reader has already. */
  private static Optional<Variant> has(
      HttpServerRequest request,
      Variant variant,
      Variant other,
      Rendering rendering,
      DateHeader.Second now) {
    String tags = request.headers().get(HttpHeaders.IF_NONE_MATCH);
    if (tags != null) {
      var match = match(tags, variant, other);
      return match.isPresent() ? match : matchInMoreLines(request, variant, other);
    }
    String since = request.headers().get(HttpHeaders.IF_MODIFIED_SINCE);
    return since != null && unchangedSince(since, rendering, now)
        ? Optional.of(variant)
        : Optional.empty();
  }

  private static Optional<Variant> match(String tags, Variant variant, Variant other) {
    if (IfNoneMatch.matches(tags, variant)) {
      return Optional.of(variant);
    }
    return IfNoneMatch.lists(tags, other) ? Optional.of(other) : Optional.empty();
  }

  private static Optional<Variant> matchInMoreLines(
      HttpServerRequest request, Variant variant, Variant other) {
    var lines = request.headers().getAll(HttpHeaders.IF_NONE_MATCH);
    return lines.size() < 2 ? Optional.empty() : match(String.join(",", lines), variant, other);
  }

  /** A date to come says nothing about what the reader has. */
  private static boolean unchangedSince(String since, Rendering rendering, DateHeader.Second now) {
    if (since.contentEquals(rendering.lastModifiedHeader())) {
      return rendering.lastModified().getEpochSecond() <= now.seconds();
    }
    return DateHeader.read(since)
        .filter(at -> at.getEpochSecond() <= now.seconds())
        .filter(at -> !at.isBefore(rendering.lastModified()))
        .isPresent();
  }
}
