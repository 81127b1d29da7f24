package org.regionwire.push;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.regionwire.push.JdbiBooks.Open;

/**
 * What came of calls, written into the books many at once. An id is let go only when the books know
 * it, so that nothing is called twice in between. For one thread.
 */
final class Settlements {
  private final JdbiBooks books;
  private final Consumer<String> release;
  private final List<Settlement> waiting = new ArrayList<>();

  private record Settlement(String id, Consumer<Open> change) {}

  /**
   * @param release told of each id that is settled
   */
  Settlements(JdbiBooks books, Consumer<String> release) {
    this.books = books;
    this.release = release;
  }

  void add(String id, Consumer<Open> change) {
    waiting.add(new Settlement(id, change));
  }

  /** If it throws, all of them wait for the next time. */
  void write() {
    if (waiting.isEmpty()) {
      return;
    }
    books.write(
        open -> {
          waiting.forEach(settlement -> settlement.change().accept(open));
          return true;
        });
    waiting.forEach(settlement -> release.accept(settlement.id()));
    waiting.clear();
  }
}
