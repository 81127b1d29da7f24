package org.regionwire.feeds;

import java.util.List;

/** What an address under {@code /feeds/} asks for. */
public sealed interface Asked {

  /** A feed, by its canonical address. */
  record Feed(FeedKey key) implements Asked {}

  /** A page of a feed's archive, by its canonical address. */
  record Page(ArchiveKey key) implements Asked {}

  /**
   * One of these by another spelling of its address.
   *
   * @param address the canonical one
   */
  record Elsewhere(String address) implements Asked {}

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
