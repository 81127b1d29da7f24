package org.regionwire.backup;

/** Tells a thousand at a time. */
final class Counter {
  private static final int STEP = 1_000;

  private final Progress progress;
  private final String what;
  private long count;

  Counter(Progress progress, String what) {
    this.progress = progress;
    this.what = what;
    progress.at(what, 0);
  }

  void one() {
    upTo(count + 1);
  }

  void upTo(long done) {
    boolean step = done / STEP > count / STEP;
    count = done;
    if (step) {
      progress.at(what, count);
    }
  }
}
