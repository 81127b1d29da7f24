package org.regionwire.signals;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.Origin;

/**
 * The way of items as traces, by OTLP over HTTP. A span is made when its work has ended, so that
 * nothing has to be carried along; what cannot be delivered in time is dropped and holds up nobody.
 * This class is loaded only where traces are asked for.
 */
public final class Tracing implements AutoCloseable {
  private static final int WAITING_SPANS = 8_192;
  private static final int STOP_SECONDS = 3;

  private final SpanIds ids = new SpanIds();
  private final SdkTracerProvider provider;
  private final Tracer tracer;
  private final Clock clock;
  private final int share;

  private record Made(Stage stage, String name, SpanKind kind, Ending ending) {}

  /**
   * @param collector {@code http://collector:4318}
   * @param share of all items, in per cent; every node decides alike about an item
   */
  public Tracing(URI collector, String node, int share, Clock clock) {
    String path = collector.toString().replaceAll("/$", "") + "/v1/traces";
    var exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(path).setTimeout(Duration.ofSeconds(5)).build();
    var batches =
        BatchSpanProcessor.builder(new ToldOnce(exporter, collector))
            .setMaxQueueSize(WAITING_SPANS)
            .setScheduleDelay(Duration.ofSeconds(1))
            .build();
    this.provider =
        SdkTracerProvider.builder()
            .setIdGenerator(ids)
            .setResource(Resource.create(named(node)))
            .addSpanProcessor(batches)
            .build();
    this.tracer = provider.get("org.regionwire");
    this.clock = clock;
    this.share = share;
  }

  private static Attributes named(String node) {
    return Attributes.of(
        stringKey("service.name"), "regionwire", stringKey("service.instance.id"), node);
  }

  private boolean isTraced(ItemId item) {
    return Math.floorMod(item.value().hashCode(), 100) < share;
  }

  /** For a message about an item that was accepted: {@code traceparent} of W3C Trace Context. */
  public Optional<String> parentOfArchive(EnrichedItem item) {
    String span = SpanIds.span("accept", item.item().origin().key());
    return isTraced(item.item().id())
        ? Optional.of("00-" + SpanIds.trace(item.item().id()) + "-" + span + "-01")
        : Optional.empty();
  }

  /** A name for the span of a request, to be handed to {@link #accept} on the way. */
  public String door() {
    return ids.generateSpanId();
  }

  /**
   * A request has been answered.
   *
   * @param span of {@link #door()}
   * @param sent the client's own {@code traceparent}: linked, for a stranger's word begins no trace
   */
  public void answered(
      String span, ItemId item, String method, String route, int status, String sent, long begun) {
    if (!isTraced(item)) {
      return;
    }
    var attributes =
        Attributes.builder()
            .put("http.request.method", method)
            .put("http.route", route)
            .put(longKey("http.response.status_code"), status);
    var made = new Made(Stage.DOOR, method + " " + route, SpanKind.SERVER, Ending.ofStatus(status));
    make(made, item, Optional.of(span), Optional.empty(), attributes.build(), links(sent), begun);
  }

  private static List<SpanContext> links(String sent) {
    String[] parts = sent.split("-", -1);
    if (parts.length < 4) {
      return List.of();
    }
    var context =
        SpanContext.createFromRemoteParent(
            parts[1], parts[2], TraceFlags.getSampled(), TraceState.getDefault());
    return context.isValid() ? List.of(context) : List.of();
  }

  /**
   * A submission was queued.
   *
   * @param door of {@link #door()}; empty when it came as a file
   */
  public void accept(EnrichedItem item, Ending ending, Optional<String> door, long begun) {
    String span = SpanIds.span("accept", item.item().origin().key());
    var made = new Made(Stage.ACCEPT, "send news.accepted", SpanKind.PRODUCER, ending);
    queue(made, item, Optional.of(span), door, 1, begun);
  }

  /** A batch was stored; when it failed, the span of the time that it does not is another. */
  public void archive(List<EnrichedItem> items, Ending ending, long begun) {
    var made = new Made(Stage.ARCHIVE, "process news.accepted", SpanKind.CONSUMER, ending);
    for (EnrichedItem item : items) {
      Optional<String> span = Optional.of(archived(item)).filter(s -> ending == Ending.DONE);
      String parent = SpanIds.span("accept", item.item().origin().key());
      queue(made, item, span, Optional.of(parent), items.size(), begun);
    }
  }

  /** What letters are linked to is the first time an item was stored. */
  private static String archived(EnrichedItem item) {
    Origin origin = item.item().origin();
    boolean first = origin.since().isEmpty() && origin.change().isEmpty();
    return first
        ? SpanIds.span("archive", item.item().id().value())
        : SpanIds.span("archive", origin.key());
  }

  /** Feeds show a batch of news. */
  public void feeds(List<EnrichedItem> items, Ending ending, long begun) {
    var made = new Made(Stage.FEEDS, "process news.published", SpanKind.CONSUMER, ending);
    for (EnrichedItem item : items) {
      queue(made, item, Optional.empty(), Optional.of(archived(item)), items.size(), begun);
    }
  }

  private void queue(
      Made made,
      EnrichedItem item,
      Optional<String> span,
      Optional<String> parent,
      long batch,
      long begun) {
    if (!isTraced(item.item().id())) {
      return;
    }
    String name = made.name();
    var attributes =
        Attributes.builder()
            .put("messaging.system", "artemis")
            .put("messaging.operation.type", name.substring(0, name.indexOf(' ')))
            .put("messaging.destination.name", name.substring(name.indexOf(' ') + 1))
            .put("messaging.batch.message_count", batch);
    make(made, item.item().id(), span, parent, attributes.build(), List.of(), begun);
  }

  /** A letter has left, or could not; of one item it is a part of its trace, of more it links. */
  public void letter(String letter, List<ItemId> items, Ending ending, long begun) {
    var traced = items.stream().filter(this::isTraced).toList();
    if (traced.isEmpty()) {
      return;
    }
    var made = new Made(Stage.LETTER, "send letter", SpanKind.CLIENT, ending);
    var attributes = Attributes.of(stringKey("regionwire.letter.id"), letter);
    if (traced.size() == 1) {
      ItemId item = traced.get(0);
      var parent = Optional.of(SpanIds.span("archive", item.value()));
      make(made, item, Optional.empty(), parent, attributes, List.of(), begun);
      return;
    }
    var links =
        traced.stream()
            .map(item -> context(SpanIds.trace(item), SpanIds.span("archive", item.value())))
            .toList();
    end(made, Context.root(), attributes, links, begun);
  }

  private void make(
      Made made,
      ItemId item,
      Optional<String> span,
      Optional<String> parent,
      Attributes attributes,
      List<SpanContext> links,
      long begun) {
    String trace = SpanIds.trace(item);
    var context =
        parent.map(id -> Context.root().with(Span.wrap(context(trace, id)))).orElse(Context.root());
    ids.next(Optional.of(trace), span);
    try {
      var all = attributes.toBuilder().put("regionwire.item.id", item.value()).build();
      end(made, context, all, links, begun);
    } finally {
      ids.next(Optional.empty(), Optional.empty());
    }
  }

  private static SpanContext context(String trace, String span) {
    return SpanContext.createFromRemoteParent(
        trace, span, TraceFlags.getSampled(), TraceState.getDefault());
  }

  private void end(
      Made made, Context parent, Attributes attributes, List<SpanContext> links, long begun) {
    var end = clock.instant();
    var builder =
        tracer
            .spanBuilder(made.name())
            .setParent(parent)
            .setSpanKind(made.kind())
            .setStartTimestamp(end.minusNanos(System.nanoTime() - begun))
            .setAllAttributes(attributes)
            .setAttribute("regionwire.stage", made.stage().word());
    links.forEach(builder::addLink);
    var span = builder.startSpan();
    if (made.ending() == Ending.FAILED) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end(end);
  }

  @Override
  public void close() {
    provider.shutdown().join(STOP_SECONDS, TimeUnit.SECONDS);
  }
}
