package org.regionwire.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.regionwire.archive.Database;

/**
 * Makes a backup beside a running wire. What waits for the archive is written before the database
 * is looked at, on one consistent state of it: so an item that was accepted before the backup began
 * is in one of the two, or in both, which is harmless.
 */
public final class JdbiBackup {
  private final Database database;
  private final Clock clock;
  private final String program;
  private final Progress progress;

  /**
   * @param program the version of it, for the manifest
   */
  public JdbiBackup(Database database, Clock clock, String program, Progress progress) {
    this.database = database;
    this.clock = clock;
    this.program = program;
    this.progress = progress;
  }

  /**
   * @param accepted gives each of what was accepted and is not archived
   * @param files by name, of those that are there
   * @return what it did, in a sentence
   * @throws IOException if it cannot be written; then nothing is there under that name
   */
  public String make(Path file, Consumer<Consumer<String>> accepted, Map<String, Path> files)
      throws IOException {
    try (var writer = new BackupWriter(file)) {
      progress.at(Part.ACCEPTED, 0);
      writer.lines(
          Part.ACCEPTED, List.of(), out -> accepted.accept(one -> out.accept(Rows.line(one))));
      database.<Boolean>read(
          handle -> {
            write(new JdbiTables(handle), writer);
            return true;
          });
      for (var one : files.entrySet()) {
        if (Files.exists(one.getValue())) {
          writer.file(Part.ofFile(one.getKey()), Files.readAllBytes(one.getValue()));
        }
      }
      var manifest = writer.finish(program, clock.instant().toString(), database.version());
      return said(file, manifest);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(JdbiTables tables, BackupWriter writer) {
    for (String table : tables.kept()) {
      var columns = tables.columns(table);
      var counter = new Counter(progress, table);
      try {
        writer.lines(
            Part.ofTable(table),
            columns,
            out ->
                tables.read(
                    table,
                    columns,
                    row -> {
                      out.accept(Rows.line(row));
                      counter.one();
                    }));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String said(Path file, Manifest manifest) {
    return "%s holds %,d revisions, %,d subscribers, %,d letters and %,d items not archived yet (%,d kB)"
        .formatted(
            file,
            manifest.lines(Part.ofTable("revision")),
            manifest.lines(Part.ofTable("subscriber")),
            manifest.lines(Part.ofTable("letter")),
            manifest.lines(Part.ACCEPTED),
            size(file) / 1_000);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
