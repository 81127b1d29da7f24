package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * No letter is lost, and few come twice, whenever the process dies. {@code -Dletters.kills} is how
 * often (2; the others of these tests run only where it is said), {@code -Dletters.seed} tells the
 * story again.
 */
class LetterCrashJourney {
  private static final int KILLS = Integer.getInteger("letters.kills", 2);
  private static final long SEED = Long.getLong("letters.seed", System.nanoTime());
  private static final int LETTERS_A_LIFE = 120;

  /** What listmonk's pattern does: taken from the ledger is sent. */
  private static final String TAKEN_IS_SENT =
      "update letter set state = 'accepted' where state in ('leased', 'sending')";

  /** A ledger that lost its last minutes. */
  private static final String SENT_IS_FORGOTTEN =
      "update letter set state = 'planned', remind_at = 0, reminders = 0 where id in"
          + " (select id from letter where state = 'accepted' and unsure = 0 order by id limit 40)";

  private static final String CURSORS_TOO = "update subscription set cursor = 0";

  @TempDir Path home;

  @Test
  void every_letter_arrives_and_a_kill_repeats_one_at_most_for_each_connection() throws Exception {
    try (var sink = new SmtpSink(0)) {
      assertThat(differences(sink, KILLS)).isEmpty();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "letters.kills", matches = ".+")
  void a_server_that_cuts_the_connection_after_the_final_dot_gets_that_letter_again_at_most()
      throws Exception {
    try (var sink = new SmtpSink(50)) {
      assertThat(differences(sink, Math.max(1, KILLS / 3))).isEmpty();
      assertThat(sink.cuts()).isPositive();
    }
  }

  /** Negative control: a worse ledger would have been found out. */
  @Test
  @EnabledIfSystemProperty(named = "letters.kills", matches = ".+")
  void a_ledger_that_takes_what_was_begun_for_done_or_forgets_is_found_out() throws Exception {
    try (var sink = new SmtpSink(0)) {
      assertThat(differences(sink, 1, SENT_IS_FORGOTTEN, CURSORS_TOO, TAKEN_IS_SENT))
          .anyMatch(line -> line.startsWith("lost "))
          .anyMatch(line -> line.startsWith("repeated "));
    }
  }

  private List<String> differences(SmtpSink sink, int kills, String... after) throws Exception {
    var story = new LetterStory(home, LETTERS_A_LIFE * (kills + 1), sink, SEED);
    var differences = story.differencesAfter(kills, after);
    System.out.println("letters: -Dletters.seed=" + SEED + ", " + story.told());
    return differences;
  }
}
