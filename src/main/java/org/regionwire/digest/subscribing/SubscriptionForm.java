package org.regionwire.digest.subscribing;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.regionwire.digest.Cadence;
import org.regionwire.digest.LetterFormat;
import org.regionwire.digest.Schedule;
import org.regionwire.intake.Refused;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;

/** Reads what a person typed into the form, or a program sent, into a request. */
public final class SubscriptionForm {
  private final Regions regions;
  private final Topics topics;
  private final Supplier<Optional<String>> onlyAscii;

  /**
   * @param onlyAscii why no letter can go to an address beyond ASCII; empty when it can
   */
  public SubscriptionForm(Regions regions, Topics topics, Supplier<Optional<String>> onlyAscii) {
    this.onlyAscii = onlyAscii;
    this.regions = regions;
    this.topics = topics;
  }

  /**
   * The address alone.
   *
   * @throws Refused with status 422 when there is none we can write to
   */
  public String address(Map<String, List<String>> fields) {
    var form =
        new Answers(Map.of("email", fields.getOrDefault("email", List.of())), regions, topics);
    String email = form.email(onlyAscii);
    if (!form.problems().isEmpty()) {
      throw new Refused(422, form.problems());
    }
    return email;
  }

  /**
   * @param fields by name, each with its values in order; blank values count as not given
   * @throws Refused with status 422 and every problem
   */
  public SubscriptionRequest read(Map<String, List<String>> fields) {
    var form = new Answers(fields, regions, topics);
    form.unknownFields();
    String email = form.email(onlyAscii);
    var selection = form.selection();
    Cadence cadence = form.cadence();
    LocalTime time = form.time();
    ZoneId zone = form.zone(selection);
    String language = form.language();
    LetterFormat format = form.format();
    if (!form.problems().isEmpty()) {
      throw new Refused(422, form.problems());
    }
    var schedule = new Schedule(zone, time);
    return new SubscriptionRequest(email, selection, cadence, schedule, language, format);
  }
}
