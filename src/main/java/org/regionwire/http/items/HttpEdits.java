package org.regionwire.http.items;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Verdict;
import org.regionwire.http.HttpReplies;
import org.regionwire.intake.Receipts;
import org.regionwire.intake.Refused;
import org.regionwire.intake.Submissions;
import org.regionwire.news.Change;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Format;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Submission;
import org.regionwire.news.Target;
import org.regionwire.web.ProblemJson;
import org.regionwire.whereabouts.Edits;
import org.regionwire.whereabouts.Whereabouts;

/**
 * {@code PUT} and {@code DELETE /items/{id}}, in and out. The answer is the archive's verdict, 200
 * or 412; or 202 when that takes longer, or when the change waits for its {@code publishAt}.
 */
public final class HttpEdits {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration UNTIL_SHOWN = Duration.ofSeconds(1);

  /** Each waiting sender holds one of the server's worker threads. */
  private final Semaphore waiting = new Semaphore(8);

  private final Permits permits;
  private final Submissions submissions;
  private final Repetitions repetitions;
  private final Whereabouts whereabouts;
  private final Archive archive;
  private final Edits edits;
  private final Receipts receipts;

  public HttpEdits(
      Permits permits,
      Submissions submissions,
      Repetitions repetitions,
      Whereabouts whereabouts,
      Archive archive,
      Edits edits,
      Receipts receipts) {
    this.permits = permits;
    this.submissions = submissions;
    this.repetitions = repetitions;
    this.whereabouts = whereabouts;
    this.archive = archive;
    this.edits = edits;
    this.receipts = receipts;
  }

  /**
   * @throws Refused 404 if there is no such item
   */
  public Submission submission(Exchange exchange) {
    Message in = exchange.getMessage();
    boolean deleting = "DELETE".equals(in.getHeader(Exchange.HTTP_METHOD, String.class));
    Target target =
        new Target(
            known(in.getHeader("id", String.class)),
            IfMatch.revisions(HttpItems.header(in, "If-Match")),
            deleting);
    Optional<String> key = HttpItems.idempotencyKey(in);
    byte[] body = in.getBody() instanceof Buffer buffer ? buffer.getBytes() : new byte[0];
    String sender = permits.sender(exchange).name();
    var submission =
        deleting
            ? submissions.edit(sender, key, Format.JSON, reason(in, body), target)
            : submissions.edit(sender, key, format(in), body, target);
    if (key.isPresent()) {
      repetitions.holds(exchange, submission);
    }
    return submission;
  }

  private ItemId known(String id) {
    if (!ItemId.isOne(id) || edits.present(new ItemId(id)).isEmpty()) {
      throw new Refused(404, "", "no item has this id");
    }
    return new ItemId(id);
  }

  private static Format format(Message in) {
    return Format.ofMediaType(HttpItems.header(in, "Content-Type").orElse(""))
        .orElseThrow(() -> new Refused(415, "", "must have one Content-Type, as a header"));
  }

  /** In the body, or in the address for those who cannot send one with DELETE. */
  private static byte[] reason(Message in, byte[] body) {
    if (body.length > 0) {
      return body;
    }
    return HttpItems.header(in, "reason")
        .map(text -> ProblemJson.object("reason", text))
        .orElse("{}")
        .getBytes(StandardCharsets.UTF_8);
  }

  public void accepted(Exchange exchange) throws InterruptedException {
    EnrichedItem enriched = exchange.getMessage().getBody(EnrichedItem.class);
    answer(exchange, enriched, decided(enriched));
  }

  /** The first answer again. */
  public void repeated(Exchange exchange) throws InterruptedException {
    var repeated = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Repetitions.Repeated.class);
    EnrichedItem enriched = repeated.enriched();
    var known = archive.verdict(enriched.item().origin().key());
    answer(exchange, enriched, known.isPresent() ? known : decided(enriched));
  }

  private Optional<Verdict> decided(EnrichedItem enriched) throws InterruptedException {
    var origin = enriched.item().origin();
    boolean later =
        !origin.does(Change.What.WITHDRAWAL)
            && enriched.item().publishAt().filter(origin.received()::isBefore).isPresent();
    if (later || !waiting.tryAcquire()) {
      return Optional.empty();
    }
    try {
      var verdict = whereabouts.awaitVerdict(enriched, LONGEST_WAIT);
      if (verdict.isPresent()) {
        // So that a sender who looks at once sees what was said.
        whereabouts.awaitShown(enriched, UNTIL_SHOWN);
      }
      return verdict;
    } finally {
      waiting.release();
    }
  }

  private void answer(Exchange exchange, EnrichedItem enriched, Optional<Verdict> verdict) {
    if (verdict.isPresent() && verdict.get().lost()) {
      lost(exchange, verdict.get());
      return;
    }
    Optional<PublishedItem> item = verdict.flatMap(Verdict::item);
    var receipt = item.map(receipts::published).orElseGet(() -> receipts.accepted(enriched));
    String body = receipts.write(receipt);
    HttpReplies.reply(exchange, item.isPresent() ? 200 : 202, "application/json", body);
    if (item.isEmpty()) {
      String status = "/items/" + enriched.item().id() + "/status";
      exchange.getMessage().setHeader("Location", status);
    }
  }

  private static void lost(Exchange exchange, Verdict verdict) {
    String now = verdict.item().map(item -> "; it is at revision " + item.revision()).orElse("");
    var problem =
        ProblemJson.of(
            412, "the item is not as If-Match says" + now + "; read it again, then change it");
    HttpReplies.reply(exchange, 412, ProblemJson.MEDIA_TYPE, ProblemJson.write(problem));
  }

  public void refused(Exchange exchange) {
    HttpReplies.refused(exchange, "the change");
  }

  /** Our failure before the change was ours: the sender keeps it. */
  public void unavailable(Exchange exchange) {
    HttpReplies.unavailable(
        exchange,
        "it is not known whether the change was kept; send it again with the same"
            + " Idempotency-Key");
  }
}
