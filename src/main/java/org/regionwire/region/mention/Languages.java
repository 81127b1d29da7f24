package org.regionwire.region.mention;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.regionwire.region.gazetteer.NameRank;

/** Guesses the language of a text among those we read. Its profiles are loaded when first asked. */
final class Languages {
  /** More does not make the guess better. */
  private static final int ENOUGH = 1500;

  private static final class Detector {
    static final LanguageDetector ONE = load();

    private static LanguageDetector load() {
      try {
        List<LdLocale> languages = NameRank.LANGUAGES.stream().map(LdLocale::fromString).toList();
        return LanguageDetectorBuilder.create(NgramExtractors.standard())
            .withProfiles(new LanguageProfileReader().readBuiltIn(languages))
            .build();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the profiles of languages", e);
      }
    }
  }

  private Languages() {}

  /** ISO 639-1; none when there is too little to tell by. */
  static Optional<String> of(Text text) {
    String all = text.title() + ' ' + text.summary() + ' ' + text.body();
    String sample = all.length() > ENOUGH ? all.substring(0, ENOUGH) : all;
    return Detector.ONE.getProbabilities(sample).stream()
        .findFirst()
        .map(likeliest -> likeliest.getLocale().getLanguage());
  }
}
