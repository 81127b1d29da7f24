package org.regionwire;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.regionwire.door.Admission;
import org.regionwire.http.items.HttpEdits;
import org.regionwire.http.items.HttpItems;
import org.regionwire.http.items.Permits;
import org.regionwire.http.items.Repetitions;
import org.regionwire.intake.Limits;
import org.regionwire.intake.Receipts;
import org.regionwire.intake.Submissions;
import org.regionwire.intake.inbox.Inbox;
import org.regionwire.intake.reading.Reader;
import org.regionwire.intake.validating.Validator;
import org.regionwire.region.Enricher;
import org.regionwire.whereabouts.Edits;
import org.regionwire.whereabouts.Whereabouts;

/** What takes submissions, by the names that the routes use. */
final class IntakeBeans {
  private final Map<String, Object> beans = new LinkedHashMap<>();
  private final Settings settings;
  private final Newsroom newsroom;
  private final Whereabouts whereabouts;
  private final Submissions submissions;
  private final Receipts receipts;

  private IntakeBeans(
      Settings settings, Newsroom newsroom, Whereabouts whereabouts, SecureRandom random) {
    this.settings = settings;
    this.newsroom = newsroom;
    this.whereabouts = whereabouts;
    submissions = new Submissions(newsroom.clock(), random);
    receipts = new Receipts(settings.base, e -> newsroom.alike(e, whereabouts.underway(e)));
  }

  /**
   * @param accepting whether the broker takes items now
   */
  static Map<String, Object> of(
      Settings settings,
      Newsroom newsroom,
      Validator validator,
      Enricher enricher,
      Whereabouts whereabouts,
      Admission admission,
      SecureRandom random,
      BooleanSupplier accepting)
      throws IOException {
    var intake = new IntakeBeans(settings, newsroom, whereabouts, random);
    intake.addInbox(accepting);
    intake.addChecks(validator, enricher);
    intake.addHttp(admission);
    return intake.beans;
  }

  private void addInbox(BooleanSupplier accepting) throws IOException {
    var inbox =
        new Inbox(
            settings.inbox,
            settings.settle,
            settings.submissionLimit,
            submissions,
            receipts,
            newsroom.clock());
    beans.put("inbox", inbox);
    beans.put("inboxFilter", new InboxFilter(inbox, accepting));
  }

  private void addChecks(Validator validator, Enricher enricher) {
    beans.put("reader", new Reader(new Limits(settings.submissionLimit)));
    beans.put("validator", validator);
    beans.put("enricher", enricher);
    beans.put("receipts", receipts);
  }

  private void addHttp(Admission admission) {
    var archive = newsroom.archive();
    var repetitions = new Repetitions(whereabouts, archive, newsroom.embargo());
    var edits = new Edits(archive, newsroom.embargo(), whereabouts);
    var permits = new Permits(admission, newsroom.regions(), edits);
    beans.put("repetitions", repetitions);
    beans.put("edits", edits);
    beans.put("permits", permits);
    beans.put(
        "httpEdits",
        new HttpEdits(permits, submissions, repetitions, whereabouts, archive, edits, receipts));
    beans.put(
        "httpItems",
        new HttpItems(
            permits,
            submissions,
            repetitions,
            whereabouts,
            receipts,
            newsroom.mailroom().reach()::subscribers));
  }
}
