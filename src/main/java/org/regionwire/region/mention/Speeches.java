package org.regionwire.region.mention;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.regionwire.region.gazetteer.NameRank;

/** The languages we read, each loaded when first met. */
final class Speeches {
  private static final String FALLBACK = "en";

  private final Map<String, Speech> speeches = new ConcurrentHashMap<>();

  /** By a BCP 47 tag; a language that we do not read is read as English. */
  Speech of(String tag) {
    return speeches.computeIfAbsent(known(tag), Speeches::load);
  }

  private static Speech load(String language) {
    return new Speech(language, Forms.of(language), new Cues(List.of(language)));
  }

  private static String known(String tag) {
    int end = tag.indexOf('-');
    String language = (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    if (language.equals("nb") || language.equals("nn")) {
      return "no";
    }
    return NameRank.LANGUAGES.contains(language) ? language : FALLBACK;
  }
}
