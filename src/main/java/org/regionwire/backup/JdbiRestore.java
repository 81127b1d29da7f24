package org.regionwire.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiRebuild;

/**
 * Puts a backup where nothing is. The tables are filled in one transaction, after all else: broken
 * off before that, it can be run again. What follows from the tables is made anew.
 */
public final class JdbiRestore implements AutoCloseable {
  private static final int BATCH = 500;

  /**
   * More revisions than a wire makes between two backups: sequences of those that are lost are not
   * given again, because feed readers and archive pages know them.
   */
  private static final long GAP = 1_000_000_000;

  private final BackupReader reader;
  private final Progress progress;

  /**
   * That letters wait for a word of an operator.
   *
   * @param until when nobody says it
   */
  public record Hold(Instant since, Instant until, String reason) {}

  /**
   * Reads all of it and changes nothing.
   *
   * @throws Damaged if it is not whole, naming the part
   * @throws IllegalArgumentException if a later version made it
   */
  public JdbiRestore(Path file, Progress progress) throws IOException {
    this.progress = progress;
    reader = new BackupReader(file);
    try {
      if (reader.what().tables() > Database.newest()) {
        throw new IllegalArgumentException(
            "%s was made by Regionwire %s, with tables of version %d; this program knows %d: restore it with that one"
                .formatted(
                    file, reader.what().program(), reader.what().tables(), Database.newest()));
      }
      reader.check(progress);
    } catch (RuntimeException | IOException e) {
      reader.close();
      throw e;
    }
  }

  /** When it was made, in ISO 8601. */
  public String made() {
    return reader.what().made();
  }

  /** How many items it has that were not archived. */
  public long accepted() {
    return reader.what().lines(Part.ACCEPTED);
  }

  /**
   * @param url of the database, as {@link Database#open} takes it
   * @throws IllegalStateException if something is in it, and how to mend that
   */
  public Database open(String url) {
    var database = Database.openAt(url, reader.what().tables());
    try {
      mustBeEmpty(database);
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private void mustBeEmpty(Database database) {
    if (database.version() != reader.what().tables()) {
      throw new IllegalStateException(
          "the database has tables of another version; name one without tables by regionwire.database");
    }
    var used = database.<List<String>>read(handle -> new JdbiTables(handle).used());
    if (!used.isEmpty()) {
      throw new IllegalStateException(
          "the database has something in it already ("
              + String.join(", ", used)
              + "); name an empty one by regionwire.database or regionwire.home, or move that one away");
    }
  }

  /** Puts secrets in their places, for their owner only; nothing where they are already. */
  public void files(Map<String, Path> files) throws IOException {
    for (var one : files.entrySet()) {
      mustBeFree(one.getKey(), one.getValue());
    }
    for (var one : files.entrySet()) {
      Path file = one.getValue().toAbsolutePath();
      if (reader.has(Part.ofFile(one.getKey())) && !Files.exists(file)) {
        write(file, reader.bytes(Part.ofFile(one.getKey())));
      }
    }
  }

  /** Whole or not at all: half of a secret would be taken for another one. */
  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path half = file.resolveSibling(file.getFileName() + ".half");
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(half, bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void mustBeFree(String name, Path file) throws IOException {
    String part = Part.ofFile(name);
    if (reader.has(part)
        && Files.exists(file)
        && !Arrays.equals(Files.readAllBytes(file), reader.bytes(part))) {
      throw new FileAlreadyExistsException(
          file
              + " is another one than in the backup, and links in letters need that one: move it away");
    }
  }

  /** Gives each of what was accepted and not archived. */
  public void accepted(Consumer<String> one) {
    reader.lines(Part.ACCEPTED, line -> one.accept(Rows.text(line)));
  }

  /**
   * Fills the tables and brings them up to date.
   *
   * @param hold what letters wait for, and with it that the wire may have run on after the backup
   * @return what it did, in a sentence
   */
  public String tables(Database database, ItemJson json, Optional<Hold> hold) {
    database.<Boolean>write(
        handle -> {
          fill(handle);
          JdbiRebuild.want(handle);
          hold.ifPresent(why -> hold(handle, why));
          return true;
        });
    database.migrate();
    var counter = new Counter(progress, "items");
    long items = new JdbiRebuild(database, json).run(done -> counter.upTo(done));
    return "%,d items in %,d revisions, %,d subscribers, %,d letters; %,d items are archived when the wire starts"
        .formatted(
            items,
            reader.what().lines(Part.ofTable("revision")),
            reader.what().lines(Part.ofTable("subscriber")),
            reader.what().lines(Part.ofTable("letter")),
            accepted());
  }

  private static void hold(Handle handle, Hold why) {
    handle.execute("update archive_state set last_sequence = last_sequence + ?", GAP);
    handle.execute(
        "insert into pause (scope, name, since, until, reason) values ('all', '', ?, ?, ?)"
            + " on conflict do nothing",
        why.since().toEpochMilli(),
        why.until().toEpochMilli(),
        why.reason());
  }

  private void fill(Handle handle) {
    var tables = new JdbiTables(handle);
    var parts = reader.what().parts().stream().filter(Part::isTable).toList();
    tables.empty(parts.stream().map(Part::table).toList());
    for (var part : parts) {
      fill(tables, part);
    }
  }

  private void fill(JdbiTables tables, Part part) {
    var counter = new Counter(progress, part.table());
    List<List<@Nullable Object>> batch = new ArrayList<>(BATCH);
    reader.lines(
        part.name(),
        line -> {
          batch.add(Rows.row(line));
          counter.one();
          if (batch.size() == BATCH) {
            tables.insert(part.table(), part.columns(), batch);
            batch.clear();
          }
        });
    if (!batch.isEmpty()) {
      tables.insert(part.table(), part.columns(), batch);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
