package org.regionwire.region.mention;

import java.util.List;
import java.util.Set;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Kind;

/** What names that stand in a row make of each other. */
final class Rows {
  /** Where two names side by side are not one of the other: no genitive without an ending. */
  private static final Set<String> ENDING = Set.of("en", "sv", "da", "no", "de");

  private final Gazetteer gazetteer;
  private final Tokens tokens;
  private final List<Hit> hits;
  private final boolean genitivesEnd;

  /**
   * @param language ISO 639-1
   */
  Rows(Gazetteer gazetteer, Tokens tokens, List<Hit> hits, String language) {
    this.gazetteer = gazetteer;
    this.tokens = tokens;
    this.hits = hits;
    this.genitivesEnd = ENDING.contains(language);
  }

  /** Changes the stances of names, one for each, by those beside them. */
  void read(List<Stance> stances) {
    for (int i = 1; i < hits.size(); i++) {
      Stance before = stances.get(i - 1);
      if (stances.get(i) == Stance.PLAIN && isListed(i) && !before.isRefused() && !before.isWeak()
          || before == Stance.STREET && isListed(i) && isLike(i)) {
        stances.set(i, before);
      }
      if (genitivesEnd && isFullName(i, stances)) {
        stances.set(i - 1, Stance.BESIDE_NAME);
        stances.set(i, Stance.BESIDE_NAME);
      }
    }
  }

  /** Whether it goes on a list: "from Delft, Aarhus and Åbo". */
  private boolean isListed(int number) {
    int gap = hits.get(number).first() - hits.get(number - 1).last();
    int first = hits.get(number).first();
    return gap == 1 && tokens.gap(first) == ','
        || gap == 2 && tokens.has(first - 1, Cue.AND, first) && tokens.is(first, Tokens.SPACED);
  }

  /** "ulicą Krakowską i Wrocławską": as the one before is made of its place. */
  private boolean isLike(int number) {
    var role = hits.get(number).candidates().get(0).role();
    return role == Role.ADJ && hits.get(number - 1).candidates().get(0).role() == role;
  }

  /** Florence Norwich: two cities with nothing between them are a person. */
  private boolean isFullName(int number, List<Stance> stances) {
    int first = hits.get(number).first();
    return stances.get(number - 1) == Stance.PLAIN
        && stances.get(number) == Stance.PLAIN
        && hits.get(number - 1).last() == first - 1
        && tokens.is(first, Tokens.SPACED)
        && isCity(number - 1)
        && isCity(number);
  }

  private boolean isCity(int number) {
    var candidates = hits.get(number).candidates();
    return candidates.stream()
            .allMatch(candidate -> candidate.exact() && isNoPart(candidate.place()))
        && candidates.stream()
            .anyMatch(candidate -> gazetteer.kind(candidate.place()) == Kind.CITY);
  }

  private boolean isNoPart(int place) {
    return place < gazetteer.size() && gazetteer.kind(place) != Kind.DISTRICT;
  }
}
