package org.regionwire.digest.subscribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;
import org.regionwire.digest.Desk;
import org.regionwire.digest.Tray;
import org.regionwire.digest.mail.DkimSigner;
import org.regionwire.digest.mail.Outbox;

/** Someone is erased while a letter is under way: the address is nowhere, and nothing follows. */
class ErasureTest {
  private static final String ANN = "ann@example.org";

  @TempDir private Path folder;
  private Database database;
  private Desk desk;
  private Outbox outbox;
  private String token;

  @BeforeEach
  void ann_has_had_a_letter_and_the_next_one_is_planned() {
    database = Databases.sqlite(folder);
    desk = new Desk(database);
    outbox =
        Outbox.open(
            "folder:" + folder.resolve("outbox"), Clock.systemUTC(), new DkimSigner(List.of()));
    desk.tray.lies(outbox);
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().about("malmo"));
    desk.worksFor(Duration.ofDays(1));
    token = Desk.manageToken(desk.lastTo(ANN));
    assertThat(filesWithHer()).isNotEmpty();
    desk.publishes(anItem().about("malmo"));
    desk.clock.passes(Duration.ofDays(1));
  }

  @AfterEach
  void close() {
    outbox.close();
    database.close();
  }

  @Test
  void while_a_letter_is_planned() {
    var planned = desk.plan.due(desk.clock.instant());
    assertThat(planned).hasSize(1);
    desk.management.erase(token);
    planned.forEach(desk.sending::send);
    assertNothingIsLeft(2);
  }

  @Test
  void while_a_letter_is_handed_over() {
    desk.tray.next(
        (mail, arrived) -> {
          desk.management.erase(token);
          arrived.add(mail);
          return outbox.send(mail);
        });
    desk.works();
    assertNothingIsLeft(3);
  }

  @Test
  void while_a_letter_is_handed_over_by_someone_who_dies_then() {
    desk.tray.next(
        (mail, arrived) -> {
          desk.management.erase(token);
          arrived.add(mail);
          outbox.send(mail);
          throw new Tray.Killed();
        });
    try {
      desk.works();
    } catch (Tray.Killed expected) {
      assertThat(filesWithHer()).hasSize(1);
    }
    desk.clock.passes(Duration.ofHours(1));
    desk.sweep.forget(desk.clock.instant());
    assertNothingIsLeft(3);
  }

  /** The database's log is written back when nobody needs what is in it. */
  @Test
  void while_somebody_reads_the_database_then_with_the_next_sweep() {
    database.read(
        handle -> {
          assertThat(handle.createQuery("select count(*) from item").mapTo(Long.class).one())
              .isPositive();
          return desk.management.erase(token);
        });
    assertThat(filesWithHer()).hasSize(1);
    desk.sweep.forget(desk.clock.instant());
    assertThat(filesWithHer()).isEmpty();
  }

  private void assertNothingIsLeft(int letters) {
    desk.publishes(anItem().about("malmo"));
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.tray.to(ANN)).hasSize(letters);
    database.scrub();
    assertThat(filesWithHer()).isEmpty();
  }

  private List<Path> filesWithHer() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(ErasureTest::holdsHer).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holdsHer(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(ANN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
