package org.regionwire.web;

/** When a handler sees a request, by its order on the router; that of Camel's routes is 0. */
public final class Turn {
  /** Before every Camel route. */
  public static final int FIRST = -100;

  /** After every Camel route. */
  public static final int LAST = 10_000;

  private Turn() {}
}
