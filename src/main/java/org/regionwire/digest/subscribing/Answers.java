package org.regionwire.digest.subscribing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.regionwire.digest.Cadence;
import org.regionwire.digest.Cadence.Pace;
import org.regionwire.digest.LetterFormat;
import org.regionwire.digest.MailAddress;
import org.regionwire.intake.Problem;
import org.regionwire.news.Selection;
import org.regionwire.news.SelectionWords;
import org.regionwire.region.Regions;
import org.regionwire.region.SelectionReader;
import org.regionwire.region.Topics;

/** The fields of one form, and what is wrong with them. */
final class Answers {
  private static final List<String> FIELDS =
      List.of(
          "email",
          "selection",
          "regions",
          "kind",
          "topics",
          "lang",
          "q",
          "bbox",
          "mentions",
          "cadence",
          "weekday",
          "monthday",
          "time",
          "zone",
          "language",
          "format",
          "calendar");

  /** Fields of a selection, and what the addresses of feeds call them. */
  private static final Map<String, String> IN_FEEDS =
      Map.of(
          "kind",
          "kind",
          "topics",
          "topic",
          "lang",
          "lang",
          "q",
          "q",
          "bbox",
          "bbox",
          "mentions",
          "mentions");

  private static final Pattern MONTHDAY = Pattern.compile("0?[1-9]|[12]\\d|3[01]");
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
      if (!FIELDS.contains(name)) {
        String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
        problem(pointer, "is not a field here; there are " + String.join(", ", FIELDS));
      }
    }
  }

  /** See {@link MailAddress#mistake}. */
  String email(Supplier<Optional<String>> onlyAscii) {
    var typed = one("email");
    if (typed.isEmpty()) {
      problem("/email", "is missing");
      return "";
    }
    MailAddress.mistake(typed.get(), onlyAscii).ifPresent(why -> problem("/email", why));
    return MailAddress.parse(typed.get()).orElse("");
  }

  /** In the words of feeds. */
  Selection selection() {
    var words = written().with("regions", given("regions"));
    for (var field : IN_FEEDS.entrySet()) {
      words.with(field.getValue(), given(field.getKey()));
    }
    for (String field : List.of("regions", "topics")) {
      if (given(field).size() > MOST) {
        problem("/" + field, "has more than " + MOST + "; leave them out to get all");
        return Selection.ALL;
      }
    }
    var read = new SelectionReader(regions, topics).read(words);
    read.mistakes().forEach(mistake -> problem(pointer(mistake), mistake.detail()));
    return read.selection();
  }

  /** As an address of a feed has it. */
  private SelectionWords written() {
    String text = one("selection").orElse("");
    int mark = text.indexOf('?');
    try {
      return mark < 0
          ? SelectionWords.of(text, "")
          : SelectionWords.of(text.substring(0, mark), text.substring(mark + 1));
    } catch (IllegalArgumentException e) {
      problem("/selection", "has a percent sign that does not start an escape");
      return SelectionWords.empty();
    }
  }

  private String pointer(SelectionReader.Mistake mistake) {
    String field = mistake.parameter().equals("topic") ? "topics" : mistake.parameter();
    var values = given(field).stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    if (mistake.word().isEmpty() || !List.of("regions", "topics").contains(field)) {
      return "/" + field;
    }
    int place = Math.max(values.indexOf(mistake.word()), values.indexOf("!" + mistake.word()));
    return place < 0 ? "/" + field : "/" + field + "/" + place;
  }

  Cadence cadence() {
    String word = one("cadence").orElse("daily");
    var pace = Pace.of(word);
    if (pace.isEmpty()) {
      problem("/cadence", "is not one of immediate, daily, weekly, monthly");
    }
    int weekday = weekday();
    int monthday = monthday();
    return switch (pace.orElse(Pace.DAILY)) {
      case IMMEDIATE -> Cadence.IMMEDIATE;
      case DAILY -> Cadence.DAILY;
      case WEEKLY -> new Cadence(Pace.WEEKLY, weekday);
      case MONTHLY -> new Cadence(Pace.MONTHLY, monthday);
    };
  }

  private int weekday() {
    String word = one("weekday").orElse("monday").toUpperCase(Locale.ROOT);
    for (var day : DayOfWeek.values()) {
      if (day.name().equals(word) || String.valueOf(day.getValue()).equals(word)) {
        return day.getValue();
      }
    }
    problem("/weekday", "is not a day from monday to sunday");
    return 1;
  }

  private int monthday() {
    String word = one("monthday").orElse("1");
    if (!MONTHDAY.matcher(word).matches()) {
      problem("/monthday", "is not a day from 1 to 31");
      return 1;
    }
    return Integer.parseInt(word);
  }

  LocalTime time() {
    String time = one("time").orElse("08:00");
    if (!TIME.matcher(time).matches()) {
      problem("/time", "is not a time of day from 00:00 to 23:59, written HH:MM");
      return LocalTime.MIDNIGHT;
    }
    return LocalTime.parse(time);
  }

  /** Where nothing is said, that of the first region which has one. */
  ZoneId zone(Selection selection) {
    var name = one("zone");
    if (name.isPresent() && !ZoneId.getAvailableZoneIds().contains(name.get())) {
      problem("/zone", "is not an IANA time zone such as Europe/Oslo");
      return ELSEWHERE;
    }
    return name.map(ZoneId::of).or(() -> firstZone(selection)).orElse(ELSEWHERE);
  }

  /** In the order in which the regions were given. */
  private Optional<ZoneId> firstZone(Selection selection) {
    return given("regions").stream()
        .flatMap(name -> regions.resolve(name).stream())
        .filter(region -> selection.regions().contains(region.slug()))
        .flatMap(region -> region.zone().stream())
        .findFirst();
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
    return LetterFormat.of(
        !oneOf("format", "html", "text").equals("text"),
        oneOf("calendar", "no", "yes").equals("yes"));
  }

  /** The first when there is none. */
  private String oneOf(String field, String first, String second) {
    String word = one(field).orElse(first);
    if (!word.equals(first) && !word.equals(second)) {
      problem("/" + field, "is neither " + first + " nor " + second);
    }
    return word;
  }
}
