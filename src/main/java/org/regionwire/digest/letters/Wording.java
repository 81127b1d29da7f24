package org.regionwire.digest.letters;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.regionwire.news.DateWords;
import org.regionwire.news.EnglishDates;
import org.regionwire.news.Event.Status;

/**
 * What letters say in one language: the patterns of {@code letters/<language>.properties}, in ICU's
 * message format, whose plurals are those of the language.
 */
public final class Wording implements DateWords {
  public static final List<String> LANGUAGES =
      List.of("en", "sv", "da", "nb", "fi", "et", "lv", "lt", "pl", "de", "ru");

  private static final String FALLBACK = "en";
  private static final Map<String, String> NORWEGIAN = Map.of("no", "nb", "nn", "nb");
  private static final Map<String, Wording> KNOWN = new ConcurrentHashMap<>();
  private static final int NAMES = 3;

  private final String language;
  private final ULocale locale;
  private final Properties patterns;

  private Wording(String language) {
    this.language = language;
    this.locale = new ULocale(language);
    this.patterns = read(language);
  }

  /**
   * @param language BCP 47; who asks for one we do not have gets English
   */
  public static Wording in(String language) {
    String bare = Locale.forLanguageTag(language).getLanguage();
    String ours = NORWEGIAN.getOrDefault(bare, bare);
    return KNOWN.computeIfAbsent(LANGUAGES.contains(ours) ? ours : FALLBACK, Wording::new);
  }

  private static Properties read(String language) {
    var patterns = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(
                Wording.class.getResourceAsStream("/letters/" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      patterns.load(in);
      return patterns;
    } catch (IOException e) {
      throw new UncheckedIOException("the words in " + language + " cannot be read", e);
    }
  }

  /** The language this really is. */
  public String language() {
    return language;
  }

  /**
   * @throws MissingResourceException when the language has no such words
   */
  public String say(String key, Object... values) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new MissingResourceException("no words in " + language, "letters", key);
    }
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** A few of them, and how many more. */
  String several(Collection<String> names) {
    var first = names.stream().limit(NAMES).toList();
    int rest = names.size() - first.size();
    String some = String.join(", ", first);
    return rest > 0 ? say("names.more", some, rest) : some;
  }

  /** With the day of the week, as the language writes it. */
  @Override
  public String day(LocalDate date) {
    if (language.equals(FALLBACK)) {
      return EnglishDates.weekday(date);
    }
    var format = DateFormat.getInstanceForSkeleton("yMMMMEEEEd", locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  @Override
  public String until(String hour) {
    return say("until", hour);
  }

  @Override
  public String zone(ZoneId zone) {
    if (language.equals(FALLBACK) || zone.normalized() instanceof ZoneOffset) {
      return EnglishDates.zone(zone);
    }
    String id = zone.getId();
    return say("zone", id.substring(id.lastIndexOf('/') + 1).replace('_', ' '));
  }

  String warning(Status status) {
    return switch (status) {
      case CONFIRMED -> "";
      case TENTATIVE -> say("event.tentative") + ": ";
      case CANCELLED -> say("event.cancelled") + ": ";
    };
  }

  /** Behind a date whose year is not in the text. */
  String yearInferred() {
    return " (" + say("year.inferred") + ")";
  }

  /**
   * @param pace immediate, daily, weekly or monthly
   * @param day of the week or of the month
   */
  String cadence(String pace, int day) {
    return switch (pace) {
      case "weekly" -> say("cadence.weekly", weekday(DayOfWeek.of(day)));
      case "monthly" -> say("cadence.monthly", day);
      default -> say("cadence." + pace);
    };
  }

  private String weekday(DayOfWeek day) {
    return day.getDisplayName(
        java.time.format.TextStyle.FULL_STANDALONE, Locale.forLanguageTag(language));
  }

  Optional<String> languageName(String tag) {
    String name = ULocale.getDisplayName(tag, locale);
    return Optional.of(name).filter(known -> !known.isBlank());
  }
}
