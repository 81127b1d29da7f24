package org.regionwire.http.items;

import org.apache.camel.Exchange;
import org.regionwire.door.Admission;
import org.regionwire.http.HttpReplies;
import org.regionwire.intake.Refused;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Origin;
import org.regionwire.region.Regions;
import org.regionwire.senders.Scope;
import org.regionwire.senders.Sender;
import org.regionwire.whereabouts.Edits;

/** What the token of a submission permits. What is dropped into the inbox has none, and may all. */
public final class Permits {
  private static final String SENDER = "regionwire.sender";

  private final Admission admission;
  private final Scope scope;
  private final Edits edits;

  public Permits(Admission admission, Regions regions, Edits edits) {
    this.admission = admission;
    this.scope = new Scope(regions);
    this.edits = edits;
  }

  /**
   * Who sends a request, for the route that begins with it.
   *
   * @throws Refused 401 if nobody does any more
   */
  Sender sender(Exchange exchange) {
    var sender =
        admission
            .sender(HttpReplies.request(exchange))
            .orElseThrow(
                () -> new Refused(401, "", "came with a token that is not valid any more"));
    exchange.setProperty(SENDER, sender);
    return sender;
  }

  /**
   * @throws Refused 403 if the token is for other regions, or the item another sender's
   */
  public void check(Exchange exchange) {
    Sender sender = exchange.getProperty(SENDER, Sender.class);
    if (sender == null || sender.everywhere()) {
      return;
    }
    EnrichedItem item = exchange.getMessage().getBody(EnrichedItem.class);
    mustAnswerFor(sender, item);
    exchange.getMessage().setBody(scope.within(sender, item));
  }

  private void mustAnswerFor(Sender sender, EnrichedItem item) {
    Origin origin = item.item().origin();
    boolean isNew = origin.senderId().isEmpty() && origin.change().isEmpty();
    if (!isNew && edits.author(item.item().id()).filter(a -> !sender.answersFor(a)).isPresent()) {
      throw new Refused(
          403, "", "the item is not of " + sender.name() + ", for whom this token is");
    }
  }
}
