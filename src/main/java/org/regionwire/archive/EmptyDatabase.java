package org.regionwire.archive;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The SQLite file of a new folder, made by the build with all of its tables: running the scripts
 * one by one is a tenth of a first start. It holds the history of its scripts, so that a later one
 * runs on it as on any other file.
 */
public final class EmptyDatabase {
  private static final String SHIPPED = "/db/empty.sqlite";

  private EmptyDatabase() {}

  /**
   * Makes it, for the build.
   *
   * @param args the file
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]).toAbsolutePath();
    // What an earlier build shipped is no beginning: its scripts may have changed.
    Files.deleteIfExists(file);
    Path fresh = Files.createTempDirectory(file.getParent(), "empty").resolve("fresh");
    Database.open("sqlite:" + fresh).close();
    Files.move(fresh, file, ATOMIC_MOVE);
    Files.delete(fresh.getParent());
  }

  /** Puts it there, whole and on disk or not at all; does nothing where a file is. */
  static void placeAt(Path file) {
    if (Files.exists(file)) {
      return;
    }
    try (InputStream shipped = EmptyDatabase.class.getResourceAsStream(SHIPPED)) {
      if (shipped != null) {
        place(shipped.readAllBytes(), file.toAbsolutePath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a new database cannot be written to " + file, e);
    }
  }

  private static void place(byte[] bytes, Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var channel = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
      for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(fresh, file, ATOMIC_MOVE);
  }
}
