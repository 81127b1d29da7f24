package org.regionwire.feeds.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.regionwire.feeds.rendering.Basis;
import org.regionwire.feeds.rendering.DateHeader;
import org.regionwire.feeds.rendering.Rendering;

/**
 * Answers those who have an older state of a feed with what is new in it: 226 with the instance
 * manipulation {@code feed} (RFC 3229), whose entries a reader adds to those it has, by their ids.
 */
final class DeltaEnvelope {
  private static final CharSequence ACCEPTED = HttpHeaders.createOptimized("A-IM");
  private static final CharSequence APPLIED = HttpHeaders.createOptimized("IM");
  private static final CharSequence BASE = HttpHeaders.createOptimized("Delta-Base");
  private static final CharSequence FEED = HttpHeaders.createOptimized("feed");

  /** Caches that do not know of deltas must not keep them (RFC 3229 section 10.5.3). */
  private static final CharSequence CACHING = HttpHeaders.createOptimized("no-store, im");

  private static final CharSequence VARY =
      HttpHeaders.createOptimized("Accept, A-IM, If-None-Match");
  private static final Pattern ZERO = Pattern.compile(".*;\\s*q\\s*=\\s*0(\\.0*)?\\s*");

  private final DateHeader dates;

  DeltaEnvelope(DateHeader dates) {
    this.dates = dates;
  }

  /** Never blocks. */
  static boolean isWanted(HttpServerRequest request) {
    var accepted = request.headers().get(ACCEPTED);
    return accepted != null && HttpMethod.GET.equals(request.method()) && takesFeed(accepted);
  }

  private static boolean takesFeed(String accepted) {
    for (String one : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
      if (one.split(";", 2)[0].strip().equals("feed")) {
        return !ZERO.matcher(one).matches();
      }
    }
    return false;
  }

  /** What the reader says it has, if we know what was in it. */
  static Optional<Basis.Known> base(HttpServerRequest request) {
    var lines = request.headers().getAll(HttpHeaders.IF_NONE_MATCH);
    return lines.isEmpty() ? Optional.empty() : Basis.newest(String.join(",", lines));
  }

  void send(HttpServerRequest request, Rendering rendering, Basis.Known base, Buffer delta) {
    var response = request.response().setStatusCode(226).setStatusMessage("IM Used");
    var headers = response.headers();
    headers.set(APPLIED, FEED);
    headers.set(BASE, base.etag());
    headers.set(HttpHeaders.ETAG, rendering.identity().etagHeader());
    headers.set(HttpHeaders.CACHE_CONTROL, CACHING);
    headers.set(HttpHeaders.VARY, VARY);
    headers.set(HttpHeaders.DATE, dates.now().text());
    headers.set(HttpHeaders.CONTENT_TYPE, rendering.format().mediaType());
    headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(delta.length()));
    headers.set(Envelope.CONTENT_TYPE_OPTIONS, Envelope.NOSNIFF);
    response.end(delta);
  }
}
