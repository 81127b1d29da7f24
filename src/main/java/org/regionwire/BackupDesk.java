package org.regionwire;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.regionwire.backup.Rows;
import org.regionwire.broker.Unarchived;
import org.regionwire.broker.Undelivered;

/**
 * Hands what waits in the journal to a backup that another process makes: only this one can look
 * into it. They meet in a folder that only its owner can enter: {@code <name>.wanted} asks, {@code
 * <name>.given} answers.
 */
public final class BackupDesk {
  static final String WANTED = ".wanted";
  static final String GIVEN = ".given";

  private final Path folder;
  private final Unarchived unarchived;

  BackupDesk(Path folder, Unarchived unarchived) {
    this.folder = folder;
    this.unarchived = unarchived;
  }

  /** Answers who asks. */
  public void answer() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> wanted;
    try (Stream<Path> files = Files.list(folder)) {
      wanted = files.filter(file -> file.toString().endsWith(WANTED)).toList();
    }
    for (Path one : wanted) {
      String name = one.getFileName().toString();
      answer(one, name.substring(0, name.length() - WANTED.length()));
    }
  }

  /** Asked again after a failure: the question stays. */
  private void answer(Path wanted, String name) throws IOException {
    Path half = folder.resolve(name + ".half");
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newBufferedWriter(half)) {
      unarchived.look(text -> write(out, text));
    } catch (Undelivered | UncheckedIOException e) {
      Files.deleteIfExists(half);
      throw e;
    }
    Files.move(half, folder.resolve(name + GIVEN), StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(wanted);
  }

  private static void write(BufferedWriter out, String text) {
    try {
      out.write(Rows.line(text));
      out.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
