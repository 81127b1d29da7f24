package org.regionwire.intake.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.regionwire.intake.Draft;
import org.regionwire.intake.Limits;
import org.regionwire.intake.Refused;
import org.regionwire.intake.text.Words;
import org.regionwire.news.Submission;

/** Reads the four ways of writing a submission into one. Safe for use by many threads. */
public final class Reader {
  private final Limits limits;
  private final JsonReader json;
  private final AtomReader atom = new AtomReader();
  private final MarkdownReader markdown = new MarkdownReader();
  private final CalendarReader calendar = new CalendarReader();

  public Reader(Limits limits) {
    this.limits = limits;
    this.json = new JsonReader(limits);
  }

  /**
   * @throws Refused 400 when the body cannot be read, with line and column where they are known;
   *     413 when it is over the limit
   */
  public Draft read(Submission submission) {
    byte[] body = submission.body();
    if (body.length == 0) {
      throw new Refused(400, "", "The submission is empty.");
    }
    if (body.length > limits.bodyBytes()) {
      var detail = "The submission is %,d bytes long; at most %,d are taken.";
      throw new Refused(413, "", Words.of(detail, body.length, limits.bodyBytes()));
    }
    return new Draft(submission, tree(submission, body));
  }

  private ObjectNode tree(Submission submission, byte[] body) {
    return switch (submission.format()) {
      case JSON -> json.read(body);
      case ATOM_ENTRY -> atom.read(body);
      case MARKDOWN -> markdown.read(body);
      case ICALENDAR -> calendar.read(body);
    };
  }
}
