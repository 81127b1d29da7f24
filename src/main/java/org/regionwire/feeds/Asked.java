package org.regionwire.feeds;

import java.util.List;

/** What an address under {@code /feeds/} asks for. */
public sealed interface Asked {

  /** A feed, by its canonical address. */
  record Feed(FeedKey key) implements Asked {}

  /** A feed, by another spelling of its address: the canonical one is {@code key.address()}. */
  record Elsewhere(FeedKey key) implements Asked {}

  /** Nothing we can give: an HTTP status, and every mistake at once. */
  record Unknown(int status, List<Mistake> mistakes) implements Asked {
    public Unknown {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * One mistake in an address.
   *
   * @param pointer the part of the address, written as a JSON Pointer: {@code /regions}, {@code
   *     /kind}
   * @param suggestions nearest right spellings, best first
   */
  record Mistake(String pointer, String detail, List<String> suggestions) {
    public Mistake {
      suggestions = List.copyOf(suggestions);
    }
  }
}
