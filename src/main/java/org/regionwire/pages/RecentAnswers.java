package org.regionwire.pages;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.regionwire.archive.Archive;

/**
 * Pages made of the archive's present state, kept until it changes or a second has passed, in which
 * something may have expired.
 */
final class RecentAnswers {
  private static final int MOST = 200;
  private static final long SECOND_MILLIS = 1_000;

  private final Archive archive;
  private final Clock clock;
  private final Map<String, Made> made =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Made> eldest) {
          return size() > MOST;
        }
      };

  private record Made(long sequence, long second, Answer answer) {}

  RecentAnswers(Archive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  Answer at(String path, Supplier<Answer> make) {
    // Asked before the page is made: what comes meanwhile makes it old.
    long sequence = archive.lastSequence();
    long second = clock.millis() / SECOND_MILLIS;
    synchronized (made) {
      Made known = made.get(path);
      if (known != null && known.sequence() == sequence && known.second() == second) {
        return known.answer();
      }
    }
    Answer answer = make.get();
    synchronized (made) {
      made.put(path, new Made(sequence, second, answer));
    }
    return answer;
  }
}
