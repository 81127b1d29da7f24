package org.regionwire.digest.composing;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.regionwire.digest.Edition;
import org.regionwire.digest.mail.Sheet;

/**
 * An edition as it is written: for all whose digests say the same in the same words.
 *
 * @param sheet empty when there is nothing to say
 */
record Composed(Optional<Sheet> sheet, Edition edition) {

  /** Some of them, those used last. */
  static final class Memory {
    private static final int MOST_BYTES = 48_000_000;

    private final Map<Object, Composed> all = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    Optional<Composed> find(Object key) {
      return Optional.ofNullable(all.get(key));
    }

    Composed keep(Object key, Composed made) {
      all.put(key, made);
      bytes += weight(made);
      for (Iterator<Composed> old = all.values().iterator();
          bytes > MOST_BYTES && all.size() > 1; ) {
        bytes -= weight(old.next());
        old.remove();
      }
      return made;
    }

    void clear() {
      all.clear();
      bytes = 0;
    }

    private static int weight(Composed one) {
      return one.sheet().map(Sheet::weight).orElse(100);
    }
  }
}
