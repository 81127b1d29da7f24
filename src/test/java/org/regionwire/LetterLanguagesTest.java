package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.regionwire.digest.letters.Wording;
import org.regionwire.pages.subscribers.LetterLanguage;

class LetterLanguagesTest {
  @Test
  void pages_offer_the_languages_that_letters_have() {
    assertThat(LetterLanguage.TAGS).containsExactlyInAnyOrderElementsOf(Wording.LANGUAGES);
  }
}
