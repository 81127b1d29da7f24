package org.regionwire.region;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.regionwire.region.text.Word;

/**
 * All names of all regions, word by word, so that the longest one at a place is found in one go.
 */
final class NameTree {
  /**
   * A name.
   *
   * @param capital whether it counts only with a capital at its start
   */
  record Name(String region, boolean capital) {}

  private final Map<String, NameTree> next = new HashMap<>();
  private Optional<Name> name = Optional.empty();

  static NameTree of(Collection<Region> regions) {
    var root = new NameTree();
    for (Region region : regions) {
      Names.of(region).forEach(name -> root.add(region.slug(), name));
    }
    return root;
  }

  private void add(String region, String text) {
    if (text.codePoints().filter(Character::isLetter).count() < 3) {
      return;
    }
    var at = this;
    var first = Word.next(text, 0);
    for (var word = first; !word.isEmpty(); word = Word.next(text, word.end())) {
      at = at.next.computeIfAbsent(word.folded(text), w -> new NameTree());
    }
    boolean capital = first.startsWithCapital(text) && at.name.map(Name::capital).orElse(true);
    at.name = Optional.of(new Name(at.name.map(Name::region).orElse(region), capital));
  }

  Optional<NameTree> after(Word word, String text) {
    return Optional.ofNullable(next.get(word.folded(text)));
  }

  /** The name that ends here. */
  Optional<Name> name() {
    return name;
  }

  /** Whether every name from here on counts only with a capital. */
  boolean capitalsOnly() {
    return name.map(Name::capital).orElse(true)
        && next.values().stream().allMatch(NameTree::capitalsOnly);
  }

  boolean goesOn() {
    return !next.isEmpty();
  }
}
