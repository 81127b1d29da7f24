package org.regionwire.digest;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.regionwire.intake.Problem;
import org.regionwire.news.Kind;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;

/** The fields of one form, and what is wrong with them. */
final class Answers {
  private static final List<String> FIELDS =
      List.of(
          "email", "regions", "kind", "topics", "cadence", "time", "zone", "language", "format");
  private static final Set<String> LATER = Set.of("q", "weekday");
  private static final List<String> CADENCES = List.of("immediate", "daily", "weekly", "monthly");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final ZoneId ELSEWHERE = ZoneId.of("Europe/Copenhagen");
  private static final int MOST = 100;

  private final Map<String, List<String>> fields;
  private final Regions regions;
  private final Topics topics;
  private final List<Problem> problems = new ArrayList<>();

  Answers(Map<String, List<String>> fields, Regions regions, Topics topics) {
    this.fields = fields;
    this.regions = regions;
    this.topics = topics;
  }

  /** All of them; to be asked for when every field has been read. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void problem(String pointer, String detail) {
    problems.add(new Problem(pointer, detail));
  }

  private List<String> given(String name) {
    return fields.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private Optional<String> one(String name) {
    var values = given(name);
    if (values.size() > 1) {
      problem("/" + name, "is given more than once");
    }
    return values.stream().findFirst();
  }

  void unknownFields() {
    for (String name : fields.keySet()) {
      if (LATER.contains(name) && !given(name).isEmpty()) {
        problem("/" + name, "is not offered yet");
      } else if (!LATER.contains(name) && !FIELDS.contains(name)) {
        String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
        problem(pointer, "is not a field here; there are " + String.join(", ", FIELDS));
      }
    }
  }

  String email() {
    var typed = one("email");
    if (typed.isEmpty()) {
      problem("/email", "is missing");
      return "";
    }
    var address = MailAddress.parse(typed.get());
    if (address.isEmpty()) {
      problem("/email", "is not a mail address we can write to, such as ann@example.org");
    }
    return address.orElse("");
  }

  List<Region> regions() {
    var found = new ArrayList<Region>();
    var values = given("regions");
    if (values.size() > MOST) {
      problem("/regions", "has more than " + MOST + " regions; subscribe to all of them instead");
      return found;
    }
    for (int i = 0; i < values.size(); i++) {
      region(values.get(i), "/regions/" + i).ifPresent(found::add);
    }
    return values.contains("all") ? List.of() : found;
  }

  private Optional<Region> region(String value, String pointer) {
    if (value.startsWith("!")) {
      problem(pointer, "leaves a region out, which is not offered yet");
      return Optional.empty();
    }
    var region = regions.resolve(value);
    if (region.isEmpty() && !value.equals("all")) {
      problem(pointer, "is not a region we know" + nearest(regions.suggestions(value)));
    }
    return region;
  }

  Optional<Kind> kind() {
    var word = one("kind");
    var kind = word.flatMap(Kind::of);
    if (word.isPresent() && kind.isEmpty()) {
      problem("/kind", "is neither news nor event; leave it out for both");
    }
    return kind;
  }

  List<String> topics() {
    var values = given("topics");
    if (values.size() > MOST) {
      problem("/topics", "has more than " + MOST + " topics");
      return List.of();
    }
    for (int i = 0; i < values.size(); i++) {
      if (topics.bySlug(values.get(i)).isEmpty()) {
        String near = nearest(topics.suggestions(values.get(i)));
        problem("/topics/" + i, "is not a topic we know" + near);
      }
    }
    return values;
  }

  void cadence() {
    String cadence = one("cadence").orElse("daily");
    if (!CADENCES.contains(cadence)) {
      problem("/cadence", "is not one of " + String.join(", ", CADENCES));
    } else if (!cadence.equals("daily")) {
      problem("/cadence", "is not offered yet; daily is");
    }
  }

  LocalTime time() {
    String time = one("time").orElse("08:00");
    if (!TIME.matcher(time).matches()) {
      problem("/time", "is not a time of day from 00:00 to 23:59, written HH:MM");
      return LocalTime.MIDNIGHT;
    }
    return LocalTime.parse(time);
  }

  ZoneId zone(List<Region> wanted) {
    var name = one("zone");
    if (name.isPresent() && !ZoneId.getAvailableZoneIds().contains(name.get())) {
      problem("/zone", "is not an IANA time zone such as Europe/Oslo");
      return ELSEWHERE;
    }
    return name.map(ZoneId::of)
        .or(() -> wanted.stream().flatMap(region -> region.zone().stream()).findFirst())
        .orElse(ELSEWHERE);
  }

  String language() {
    String tag = one("language").orElse("en");
    try {
      return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      problem("/language", "is not a language tag (BCP 47) such as en or sv");
      return "en";
    }
  }

  LetterFormat format() {
    var word = one("format");
    var format = word.flatMap(LetterFormat::of);
    if (word.isPresent() && format.isEmpty()) {
      problem("/format", "is neither html nor text");
    }
    return format.orElse(LetterFormat.HTML);
  }

  private static String nearest(Collection<String> suggestions) {
    return suggestions.isEmpty() ? "" : "; did you mean " + String.join(", ", suggestions) + "?";
  }
}
