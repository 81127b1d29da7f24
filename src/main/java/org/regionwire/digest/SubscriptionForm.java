package org.regionwire.digest;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.regionwire.intake.Refused;
import org.regionwire.news.Selection;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;

/** Reads what a person typed into the form, or a program sent, into a request. */
public final class SubscriptionForm {
  private final Regions regions;
  private final Topics topics;

  public SubscriptionForm(Regions regions, Topics topics) {
    this.regions = regions;
    this.topics = topics;
  }

  /**
   * @param fields by name, each with its values in order; blank values count as not given
   * @throws Refused with status 422 and every problem
   */
  public SubscriptionRequest read(Map<String, List<String>> fields) {
    var form = new Answers(fields, regions, topics);
    form.unknownFields();
    String email = form.email();
    var wanted = form.regions();
    var kind = form.kind();
    var subjects = form.topics();
    form.cadence();
    LocalTime time = form.time();
    ZoneId zone = form.zone(wanted);
    String language = form.language();
    LetterFormat format = form.format();
    if (!form.problems().isEmpty()) {
      throw new Refused(422, form.problems());
    }
    var selection = Selection.of(wanted.stream().map(Region::slug).toList(), kind, subjects);
    return new SubscriptionRequest(email, selection, new Schedule(zone, time), language, format);
  }
}
