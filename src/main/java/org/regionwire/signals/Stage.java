package org.regionwire.signals;

import java.util.Locale;

/** Where work is counted and timed. */
public enum Stage {
  /** A submission or a change by HTTP, from its head to the last byte of the answer. */
  DOOR,
  /** Reading, validating, enriching and queueing one. */
  ACCEPT,
  /** Storing a batch of accepted items. */
  ARCHIVE,
  /** Bringing the feeds in use up to date with a batch of news. */
  FEEDS,
  /** Rendering one feed. */
  RENDER,
  /** Handing out a feed. */
  FEED,
  /** Handing out a page. */
  PAGE,
  /** Looking for whom it is time, and writing their letters into the ledger. */
  DIGEST_PLAN,
  /** Handing a letter to the outbox or the mail server. */
  LETTER,
  /** Calling a subscriber of the hub. */
  PUSH;

  /** As figures and logs name it: {@code digest-plan}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
