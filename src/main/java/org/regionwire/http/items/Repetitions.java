package org.regionwire.http.items;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.regionwire.archive.Archive;
import org.regionwire.archive.JdbiEmbargo;
import org.regionwire.intake.Refused;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Submission;
import org.regionwire.whereabouts.Whereabouts;

/** Recognises a submission that comes again by its key, whether it is on its way or archived. */
public final class Repetitions {
  private final Whereabouts whereabouts;
  private final Archive archive;
  private final JdbiEmbargo embargo;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  public Repetitions(Whereabouts whereabouts, Archive archive, JdbiEmbargo embargo) {
    this.whereabouts = whereabouts;
    this.archive = archive;
    this.embargo = embargo;
  }

  /** The first answer is given again: it carries the item that was accepted then. */
  public static final class Repeated extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient EnrichedItem enriched;
    private final transient Optional<PublishedItem> published;

    Repeated(EnrichedItem enriched, Optional<PublishedItem> published) {
      super("accepted before", null, false, false);
      this.enriched = enriched;
      this.published = published;
    }

    public EnrichedItem enriched() {
      return enriched;
    }

    public Optional<PublishedItem> published() {
      return published;
    }
  }

  /**
   * Holds the key until {@link #leave}.
   *
   * @throws Refused 409 while the same key is under way, 422 when it stood for another body
   */
  private void enter(Submission submission) {
    if (!underWay.add(submission.key())) {
      throw new Refused(
          409, "", "the same Idempotency-Key is being handled; ask again in a moment");
    }
  }

  private void leave(Submission submission) {
    underWay.remove(submission.key());
  }

  /** As {@link #enter}, until the exchange is done. */
  void holds(Exchange exchange, Submission submission) {
    enter(submission);
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange done) {
                leave(submission);
              }
            });
  }

  /**
   * @throws Repeated if this very submission was accepted before
   * @throws Refused 422 if its key stood for another body
   */
  public Submission check(Submission submission) {
    if (!submission.keyed()) {
      return submission;
    }
    Optional<EnrichedItem> waiting = whereabouts.waiting(submission.key());
    Optional<PublishedItem> published =
        waiting.isPresent() ? Optional.empty() : archive.findByKey(submission.key());
    Optional<EnrichedItem> known =
        waiting
            .or(() -> published.map(PublishedItem::enriched))
            .or(() -> embargo.findByKey(submission.key()));
    if (known.isEmpty()) {
      return submission;
    }
    if (!known.get().item().origin().bodyHash().equals(submission.bodyHash())) {
      throw new Refused(
          422, "", "this Idempotency-Key came with another body before; use a new key");
    }
    throw new Repeated(known.get(), published);
  }
}
