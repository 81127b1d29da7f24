package org.regionwire.intake;

import java.util.List;
import java.util.stream.Collectors;

/** The sender's mistake: told to the sender with every problem at once, never retried. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The HTTP status that says what kind of mistake it is. */
  private final int status;

  private final transient List<Problem> problems;

  public Refused(int status, List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.status = status;
    this.problems = List.copyOf(problems);
  }

  public Refused(int status, String pointer, String detail) {
    this(status, List.of(new Problem(pointer, detail)));
  }

  public int status() {
    return status;
  }

  public List<Problem> problems() {
    return problems;
  }

  /** Nobody reads the stack of a sender's mistake, and making it costs more than refusing. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
