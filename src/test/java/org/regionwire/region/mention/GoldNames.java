package org.regionwire.region.mention;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** When a predicted place counts as the right one. */
record GoldNames(JsonNode accepted) {
  private static final Set<String> GENERIC =
      Set.of(
          ("lan county region regionen municipality oblast fylke kommune kommun maakond vald the"
                  + " voivodeship wojewodztwo apskritis rajonas novads apgabals maakunta область"
                  + " край район city of stad by linn kaupunki miasto pilseta miestas area district"
                  + " province island state oy saint st sankt sank")
              .split(" "));

  boolean match(JsonNode predicted, JsonNode gold) {
    for (String field : new String[] {"geonameid", "code"}) {
      boolean both = predicted.hasNonNull(field) && gold.hasNonNull(field);
      if (both && predicted.get(field).asText().equals(gold.get(field).asText())) {
        return true;
      }
    }
    String country = predicted.path("country").asText("").toUpperCase(Locale.ROOT);
    if (gold.hasNonNull("country") && !country.equals(gold.get("country").asText())) {
      return false;
    }
    String name = predicted.path("name").asText();
    for (JsonNode known : accepted.path(gold.path("key").asText())) {
      if (norm(known.asText()).equals(norm(name)) || bare(known.asText()).equals(bare(name))) {
        return true;
      }
    }
    return false;
  }

  private static String norm(String text) {
    String bare = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    return bare.replaceAll("\\p{M}", "")
        .replace("ø", "o")
        .replace("đ", "d")
        .replace("ł", "l")
        .replace("æ", "ae")
        .replace("ß", "ss")
        .replace("ð", "d")
        .replace("oe", "o")
        .replace("aa", "a")
        .replace("ae", "a")
        .replace("ue", "u")
        .replaceAll("[^\\p{L}\\p{N}_]+", " ")
        .strip();
  }

  private static String bare(String text) {
    String norm = norm(text);
    String bare =
        Arrays.stream(norm.split(" "))
            .filter(word -> !GENERIC.contains(word))
            .collect(Collectors.joining(" "));
    return bare.isEmpty() ? norm : bare;
  }
}
