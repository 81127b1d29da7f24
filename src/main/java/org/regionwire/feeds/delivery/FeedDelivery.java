package org.regionwire.feeds.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.function.BiFunction;
import org.regionwire.feeds.ArchiveKey;
import org.regionwire.feeds.Asked;
import org.regionwire.feeds.FeedAddresses;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.rendering.Basis;
import org.regionwire.feeds.rendering.DateHeader;
import org.regionwire.feeds.rendering.Rendering;
import org.regionwire.feeds.shelf.ArchivePages;
import org.regionwire.feeds.shelf.Shelf;
import org.regionwire.web.ProblemJson;

/**
 * Hands out feeds under {@code /feeds/}. A feed on the shelf is looked up by the address as it came
 * and written from the event loop; everything else is worked out beside it. Browsers get a page at
 * the same addresses.
 */
public final class FeedDelivery implements Handler<RoutingContext> {
  private static final CharSequence ALLOW = HttpHeaders.createOptimized("Allow");
  private static final CharSequence GET_AND_HEAD = HttpHeaders.createOptimized("GET, HEAD");
  private static final CharSequence AN_HOUR = HttpHeaders.createOptimized("public, max-age=3600");
  private static final CharSequence NOT_KEPT = HttpHeaders.createOptimized("no-store");

  private final Shelf shelf;
  private final ArchivePages pages;
  private final FeedAddresses addresses;
  private final Reception reception;
  private final DateHeader dates;
  private final Envelope envelope;
  private final Envelope archiveEnvelope;
  private final DeltaEnvelope deltas;

  public FeedDelivery(
      Shelf shelf, ArchivePages pages, FeedAddresses addresses, Reception reception, Clock clock) {
    this.shelf = shelf;
    this.pages = pages;
    this.addresses = addresses;
    this.reception = reception;
    this.dates = new DateHeader(clock);
    this.envelope = new Envelope(dates, Envelope.A_MINUTE);
    this.archiveEnvelope = new Envelope(dates, Envelope.A_DAY);
    this.deltas = new DeltaEnvelope(dates);
  }

  /**
   * Answers a reader whose feed stands on the shelf, which is nearly every request: those need no
   * router.
   *
   * @return false if it is for {@link #handle}
   */
  public boolean answersAtOnce(HttpServerRequest request) {
    if (!isRead(request) || Audience.isPerson(request.headers().get(HttpHeaders.ACCEPT))) {
      return false;
    }
    var ready = shelf.ready(request.uri());
    if (ready.isEmpty() || !isAtHand(request, ready.get())) {
      return false;
    }
    envelope.send(request, ready.get());
    return true;
  }

  @Override
  public void handle(RoutingContext context) {
    var request = context.request();
    if (!isRead(request)) {
      refuse(request);
    } else if (Audience.isPerson(request.headers().get(HttpHeaders.ACCEPT))) {
      workOut(context, this::forPeople);
    } else if (!answersAtOnce(request)) {
      workOut(context, this::feed);
    }
  }

  private static boolean isRead(HttpServerRequest request) {
    return HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
  }

  private boolean isAtHand(HttpServerRequest request, Rendering ready) {
    return Envelope.variant(request, ready).ready()
        && (!DeltaEnvelope.isWanted(request) || envelope.isKnown(request, ready));
  }

  /** Unordered, so that one feed that waits for the archive does not hold up the others. */
  private void workOut(
      RoutingContext context,
      BiFunction<Asked, HttpServerRequest, Handler<RoutingContext>> answer) {
    String address = address(context.request());
    context
        .vertx()
        .executeBlocking(() -> answer.apply(addresses.read(address), context.request()), false)
        .onSuccess(made -> made.handle(context))
        .onFailure(e -> context.fail(503, e));
  }

  private Handler<RoutingContext> feed(Asked asked, HttpServerRequest request) {
    if (asked instanceof Asked.Feed feed) {
      return feed(feed.key(), request);
    }
    if (asked instanceof Asked.Page page) {
      return page(page.key(), request);
    }
    if (asked instanceof Asked.Elsewhere elsewhere) {
      return redirect(301, elsewhere.address());
    }
    var unknown = (Asked.Unknown) asked;
    return context -> problem(context.request(), unknown.status(), problem(unknown));
  }

  private Handler<RoutingContext> feed(FeedKey key, HttpServerRequest request) {
    var rendering = shelf.take(key);
    if (DeltaEnvelope.isWanted(request) && !envelope.isKnown(request, rendering)) {
      var base = DeltaEnvelope.base(request);
      if (base.isPresent() && ArchiveKey.FORMATS.contains(key.format())) {
        return delta(key, rendering, base.get(), request);
      }
    }
    return sent(envelope, rendering, request);
  }

  /** The whole feed where that is shorter, compressed. */
  private Handler<RoutingContext> delta(
      FeedKey key, Rendering rendering, Basis.Known base, HttpServerRequest request) {
    var delta = shelf.delta(key, rendering, base.basis());
    if (delta.length() >= Envelope.variant(request, rendering).bytes().length()) {
      return sent(envelope, rendering, request);
    }
    return context -> {
      deltas.send(request, rendering, base, delta);
    };
  }

  private Handler<RoutingContext> page(ArchiveKey key, HttpServerRequest request) {
    var found = pages.find(key);
    if (found.isEmpty()) {
      return feed(FeedAddresses.noPage(key.feed()), request);
    }
    if (found.get() instanceof ArchivePages.Found.Parts parts) {
      return redirect(302, parts.newest().address());
    }
    return sent(archiveEnvelope, ((ArchivePages.Found.Page) found.get()).rendering(), request);
  }

  /** Compressed here, if need be, and not on the event loop. */
  private static Handler<RoutingContext> sent(
      Envelope envelope, Rendering rendering, HttpServerRequest request) {
    if (!envelope.isKnown(request, rendering)) {
      Envelope.variant(request, rendering).bytes();
    }
    return context -> {
      envelope.send(request, rendering);
    };
  }

  private Handler<RoutingContext> forPeople(Asked asked, HttpServerRequest request) {
    if (asked instanceof Asked.Feed feed) {
      return reception.show(feed.key(), addresses.subject(feed.key()));
    }
    if (asked instanceof Asked.Page page) {
      var key = page.key().feed();
      return pages.has(page.key())
          ? reception.show(key, addresses.subject(key))
          : reception.lost(FeedAddresses.noPage(key));
    }
    return asked instanceof Asked.Unknown unknown ? reception.lost(unknown) : feed(asked, request);
  }

  /** Without the scheme and host that a request may carry (RFC 9112 section 3.2.2). */
  private static String address(HttpServerRequest request) {
    String uri = request.uri();
    if (uri.startsWith("/")) {
      return uri;
    }
    String query = request.query();
    return query == null ? request.path() : request.path() + "?" + query;
  }

  private Handler<RoutingContext> redirect(int status, String address) {
    return context -> {
      var response = context.response().setStatusCode(status);
      response.headers().set(HttpHeaders.LOCATION, address);
      response.headers().set(HttpHeaders.CACHE_CONTROL, AN_HOUR);
      response.headers().set(HttpHeaders.DATE, dates.now().text());
      response.end();
    };
  }

  private void refuse(HttpServerRequest request) {
    request.response().headers().set(ALLOW, GET_AND_HEAD);
    String detail = "feeds can be read with GET and HEAD, not " + request.method().name();
    problem(request, 405, ProblemJson.of(405, detail));
  }

  private static ObjectNode problem(Asked.Unknown unknown) {
    String detail =
        unknown.status() == 404 ? "there is no such feed" : "this is not a feed's address";
    var problem = ProblemJson.of(unknown.status(), detail);
    for (var mistake : unknown.mistakes()) {
      ProblemJson.add(problem, mistake.pointer(), mistake.detail(), mistake.suggestions());
    }
    return problem;
  }

  private void problem(HttpServerRequest request, int status, ObjectNode problem) {
    var body = Buffer.buffer(ProblemJson.write(problem));
    var response = request.response().setStatusCode(status);
    var headers = response.headers();
    headers.set(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
    headers.set(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
    headers.set(HttpHeaders.DATE, dates.now().text());
    headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    headers.set(Envelope.CONTENT_TYPE_OPTIONS, Envelope.NOSNIFF);
    if (HttpMethod.HEAD.equals(request.method())) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
