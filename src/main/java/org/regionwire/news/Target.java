package org.regionwire.news;

import java.util.List;

/**
 * The item that a submission is about, when it names one by our id.
 *
 * @param expects see {@link Change#expects}
 * @param withdrawing whether it takes the item back
 */
public record Target(ItemId id, List<Integer> expects, boolean withdrawing) {
  public Target {
    expects = List.copyOf(expects);
  }
}
