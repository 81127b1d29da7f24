package org.regionwire.region.mention;

import java.util.Optional;
import java.util.Set;

/**
 * What is read for places, as plain text. Empty strings and sets where there is nothing.
 *
 * @param language BCP 47, when the sender said it
 * @param organisation what the sender is called; places in it say where its news are from
 * @param home ISO 3166-1 alpha-2 of the country that the source is in, as weak evidence
 * @param named what the editor named: codes, {@code g} and a GeoNames id, or ids of regions made by
 *     hand; the best evidence for others near them
 * @param refused what the editor said it is not about, in the same words; never found
 */
public record Text(
    String title,
    String summary,
    String body,
    Optional<String> language,
    String organisation,
    Optional<String> home,
    Set<String> named,
    Set<String> refused) {

  public static Text of(String title, String body, Optional<String> language) {
    return new Text(title, "", body, language, "", Optional.empty(), Set.of(), Set.of());
  }
}
