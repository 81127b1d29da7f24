package org.regionwire.http.items;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.regionwire.http.HttpReplies;
import org.regionwire.intake.Receipts;
import org.regionwire.intake.Refused;
import org.regionwire.intake.Submissions;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Format;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Submission;
import org.regionwire.whereabouts.Whereabouts;

/** {@code POST /items} in and out: from a request to a submission, and the answer to its sender. */
public final class HttpItems {
  private static final Pattern WAIT = Pattern.compile("\\bwait\\s*=\\s*(\\d{1,4})\\b");
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final int LONGEST_WAIT_SECONDS = 30;
  private static final Optional<PublishedItem> NOT_YET = Optional.empty();

  /** Each waiting sender holds one of the server's worker threads. */
  private final Semaphore waiting = new Semaphore(8);

  private final Permits permits;
  private final Submissions submissions;
  private final Repetitions repetitions;
  private final Whereabouts whereabouts;
  private final Receipts receipts;
  private final ToLongFunction<EnrichedItem> subscribers;

  /**
   * @param subscribers how many people would get an item in their next digest
   */
  public HttpItems(
      Permits permits,
      Submissions submissions,
      Repetitions repetitions,
      Whereabouts whereabouts,
      Receipts receipts,
      ToLongFunction<EnrichedItem> subscribers) {
    this.permits = permits;
    this.submissions = submissions;
    this.repetitions = repetitions;
    this.whereabouts = whereabouts;
    this.receipts = receipts;
    this.subscribers = subscribers;
  }

  public Submission submission(Exchange exchange) {
    Message in = exchange.getMessage();
    byte[] body = in.getBody() instanceof Buffer buffer ? buffer.getBytes() : new byte[0];
    Format format =
        Format.ofMediaType(header(in, "Content-Type").orElse(""))
            .orElseThrow(() -> new Refused(415, "", "must have one Content-Type, as a header"));
    Optional<String> key = idempotencyKey(in);
    String sender = permits.sender(exchange).name();
    var submission = submissions.request(sender, key, format, body);
    if (key.isPresent() && !isDryRun(in)) {
      repetitions.holds(exchange, submission);
    }
    return submission;
  }

  static Optional<String> idempotencyKey(Message in) {
    return header(in, "Idempotency-Key").map(HttpItems::checked);
  }

  private static boolean isDryRun(Message in) {
    return header(in, "dry-run").filter(value -> !value.equals("false")).isPresent();
  }

  private static String checked(String key) {
    String bare =
        key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")
            ? key.substring(1, key.length() - 1)
            : key;
    if (!KEY.matcher(bare).matches()) {
      throw new Refused(400, "", "Idempotency-Key must be 1 to 200 visible ASCII characters");
    }
    return bare;
  }

  /** 202, or 201 when the sender asked to wait and the item is in feeds by then. */
  public void accepted(Exchange exchange) throws InterruptedException {
    EnrichedItem enriched = exchange.getMessage().getBody(EnrichedItem.class);
    answer(exchange, enriched, waited(exchange, enriched));
  }

  private Optional<PublishedItem> waited(Exchange exchange, EnrichedItem enriched)
      throws InterruptedException {
    int seconds = secondsToWait(exchange);
    if (seconds == 0 || !waiting.tryAcquire()) {
      return NOT_YET;
    }
    try {
      return whereabouts.awaitShown(enriched, Duration.ofSeconds(seconds));
    } finally {
      waiting.release();
    }
  }

  /** Seconds; 0 for who does not ask to wait. */
  private static int secondsToWait(Exchange exchange) {
    return header(exchange.getMessage(), "Prefer").map(HttpItems::seconds).orElse(0);
  }

  private static int seconds(String prefer) {
    Matcher wait = WAIT.matcher(prefer);
    return wait.find() ? Math.min(LONGEST_WAIT_SECONDS, Integer.parseInt(wait.group(1))) : 0;
  }

  /** The first answer again, or for who asks to wait that the item is in feeds by now. */
  public void repeated(Exchange exchange) throws InterruptedException {
    var repeated = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Repetitions.Repeated.class);
    var published = secondsToWait(exchange) == 0 ? NOT_YET : repeated.published();
    answer(
        exchange,
        repeated.enriched(),
        published.isPresent() ? published : waited(exchange, repeated.enriched()));
  }

  private void answer(Exchange exchange, EnrichedItem enriched, Optional<PublishedItem> published) {
    var receipt = published.map(receipts::published).orElseGet(() -> receipts.accepted(enriched));
    boolean done = published.isPresent();
    HttpReplies.reply(exchange, done ? 201 : 202, "application/json", receipts.write(receipt));
    exchange.getMessage().setHeader("Location", "/items/" + enriched.item().id());
    if (done) {
      exchange.getMessage().setHeader("Preference-Applied", "wait");
    }
  }

  /** The receipt it would get; nothing is kept. */
  public void tried(Exchange exchange) {
    EnrichedItem enriched = exchange.getMessage().getBody(EnrichedItem.class);
    var receipt = receipts.valid(enriched, subscribers.applyAsLong(enriched));
    HttpReplies.reply(exchange, 200, "application/json", receipts.write(receipt));
  }

  public void refused(Exchange exchange) {
    HttpReplies.refused(exchange, "the submission");
  }

  /** Our failure before the item was ours: the sender keeps it. */
  public void unavailable(Exchange exchange) {
    HttpReplies.unavailable(
        exchange,
        "it is not known whether the item was kept; send it again with the same Idempotency-Key");
  }

  static Optional<String> header(Message message, String name) {
    return Optional.ofNullable(message.getHeader(name, String.class));
  }
}
