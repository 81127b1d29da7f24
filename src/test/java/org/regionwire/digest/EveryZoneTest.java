package org.regionwire.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;
import org.regionwire.digest.mail.Mail;
import org.regionwire.news.MovingClock;

/**
 * People in 400 zones through the weeks in which clocks change, with restarts at which reminders
 * get lost, and with ten days in which nothing runs. What to expect is not computed by rules of
 * zones but read off each zone's clock, a quarter of an hour at a time.
 */
class EveryZoneTest {
  private static final int ZONES = 400;
  private static final Duration TICK = Duration.ofMinutes(15);

  /** Ticks: from the sixth day to the fifteenth nothing runs. */
  private static final int SILENCE = 5 * 96;

  private static final int SPEECH = 15 * 96;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final Pattern ITEM = Pattern.compile("Item number \\d+\\.");

  @TempDir private Path folder;

  /** What one person's clock has shown. */
  private static final class Watcher {
    private final ZoneId zone;
    private final LocalTime time;
    private LocalDateTime latest;
    private int told;
    private final List<LocalDate> expected = new ArrayList<>();

    Watcher(ZoneId zone, LocalTime time, Instant now) {
      this.zone = zone;
      this.time = time;
      this.latest = now.atZone(zone).toLocalDateTime();
    }

    /**
     * The last day whose time the clock has passed since the last look, if it passed any and there
     * is something new.
     */
    void look(Instant now, int items) {
      var shown = now.atZone(zone).toLocalDateTime();
      if (!shown.isAfter(latest)) {
        return; // the clocks went back
      }
      for (var day = shown.toLocalDate();
          !day.isBefore(latest.toLocalDate());
          day = day.minusDays(1)) {
        var at = day.atTime(time);
        if (at.isAfter(latest) && !at.isAfter(shown)) {
          if (items > told) {
            expected.add(day);
          }
          told = items;
          break;
        }
      }
      latest = shown;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-05T11:05:00Z", // America puts its clocks forward
        "2026-03-26T11:05:00Z", // Europe does, and the south puts them back while nothing runs
        "2026-10-22T11:05:00Z" // Europe puts them back, and America while nothing runs
      })
  void each_day_has_one_digest_and_each_item_is_in_one(String start) {
    everyoneGetsWhatIsDue(start);
  }

  private void everyoneGetsWhatIsDue(String start) {
    long seed = System.nanoTime();
    var random = new Random(seed);
    try (Database database = Databases.sqlite(folder)) {
      var clock = new MovingClock(Instant.parse(start));
      var tray = new Tray();
      var desk = new Desk(database, clock, tray);
      var watchers = subscribers(desk, random);
      int items = 0;
      for (int tick = 0; tick < 17 * 96; tick++) {
        if (tick % 18 == 0) {
          desk.publishes(anItem().titled("Item number " + items++ + ".").about("malmo"));
        }
        clock.passes(TICK);
        if (tick < SILENCE || tick >= SPEECH) {
          look(watchers, clock.instant(), items);
          // Planned beside the silence and not sent, a letter would give its place to the next one.
          boolean beside = tick == SILENCE - 1 || tick == SPEECH;
          desk = runs(desk, database, !beside && random.nextInt(10) == 0);
        }
      }
      desk.sweep.lost(clock.instant()).forEach(desk.sending::send);
      clock.passes(TICK);
      desk.sweep.lost(clock.instant()).forEach(desk.sending::send);
      for (var one : watchers.entrySet()) {
        check(one.getKey(), one.getValue(), desk.digestsTo(one.getKey()), seed);
      }
    }
  }

  private static void look(Map<String, Watcher> watchers, Instant now, int items) {
    watchers.values().forEach(one -> one.look(now, items));
  }

  private static Map<String, Watcher> subscribers(Desk desk, Random random) {
    var zones = new ArrayList<>(JavaZones.all());
    Collections.shuffle(zones, random);
    var watchers = new HashMap<String, Watcher>();
    for (String zone : zones.subList(0, ZONES)) {
      // Half of them at hours at which clocks change.
      int quarter = random.nextBoolean() ? random.nextInt(13) : random.nextInt(96);
      var time = LocalTime.MIDNIGHT.plusMinutes(15L * quarter);
      String address = "reader" + watchers.size() + "@example.org";
      desk.subscribes(address, "zone", zone, "time", time.toString());
      watchers.put(address, new Watcher(ZoneId.of(zone), time, desk.clock.instant()));
    }
    return watchers;
  }

  /** Now and then the process ends between planning and sending, and begins anew. */
  private static Desk runs(Desk desk, Database database, boolean ends) {
    if (!ends) {
      desk.works();
      return desk;
    }
    desk.plan.due(desk.clock.instant());
    return new Desk(database, desk.clock, desk.tray);
  }

  private static void check(String who, Watcher watcher, List<Mail> letters, long seed) {
    String about = who + " in " + watcher.zone + " at " + watcher.time + ", seed " + seed;
    assertThat(letters.stream().map(EveryZoneTest::day))
        .as(about)
        .containsExactlyElementsOf(watcher.expected.stream().map(DAY::format).toList());
    var items = new ArrayList<String>();
    for (var letter : letters) {
      var found = ITEM.matcher(letter.text()).results().map(one -> one.group()).toList();
      assertThat(found).as(about).isNotEmpty();
      items.addAll(found);
    }
    assertThat(items).as(about).doesNotHaveDuplicates();
    // None is left out before the last one: nothing was published before they subscribed.
    int last = items.stream().mapToInt(EveryZoneTest::number).max().orElse(-1);
    assertThat(items).as(about).hasSize(last + 1);
  }

  private static int number(String item) {
    return Integer.parseInt(item.replaceAll("\\D", ""));
  }

  private static String day(Mail letter) {
    return letter.text().lines().findFirst().orElseThrow().replace("Regionwire – ", "");
  }
}
