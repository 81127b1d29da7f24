package org.regionwire.pages;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.regionwire.archive.Archive;

/**
 * Pages made of the archive's present state, kept until it changes or a minute has passed, which is
 * also how long a reader's browser may keep them.
 */
final class RecentAnswers {
  private static final int MOST = 200;
  private static final long MINUTE_MILLIS = 60_000;

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

  private record Made(long sequence, long minute, Answer answer) {}

  RecentAnswers(Archive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  Answer at(String path, Supplier<Answer> make) {
    // Asked before the page is made: what comes meanwhile makes it old.
    long sequence = archive.lastSequence();
    long minute = clock.millis() / MINUTE_MILLIS;
    synchronized (made) {
      Made known = made.get(path);
      if (known != null && known.sequence() == sequence && known.minute() == minute) {
        return known.answer();
      }
    }
    Answer answer = make.get();
    synchronized (made) {
      made.put(path, new Made(sequence, minute, answer));
    }
    return answer;
  }
}
