package org.regionwire.intake;

/** A file that is left where it is, to be looked at again. Nothing is wrong with it yet. */
public final class NotYet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotYet(String why) {
    super(why);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
