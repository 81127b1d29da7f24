package org.regionwire.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup beside its place, for its owner only, and puts it there when it is whole and on
 * the disk. What is broken off leaves {@code <file>.part}, which the next one writes over.
 */
final class BackupWriter implements AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;
  private final Path part;
  private final FileChannel channel;
  private final ZipOutputStream zip;
  private final List<Part> parts = new ArrayList<>();

  BackupWriter(Path file) throws IOException {
    this.file = file.toAbsolutePath();
    if (Files.exists(this.file)) {
      throw new FileAlreadyExistsException(file + " is there already; name another file");
    }
    Files.createDirectories(this.file.getParent());
    part = this.file.resolveSibling(this.file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    channel = FileChannel.open(part, StandardOpenOption.WRITE);
    zip =
        new ZipOutputStream(
            new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel), 1 << 16));
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /** Texts that hold no line break. */
  void lines(String name, List<String> columns, Consumer<Consumer<String>> writer)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    var counting = new Counting(zip);
    try {
      writer.accept(counting::line);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    zip.closeEntry();
    parts.add(counting.part(name, columns));
  }

  void file(String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    var counting = new Counting(zip);
    counting.write(bytes);
    zip.closeEntry();
    parts.add(counting.part(name, List.of()));
  }

  /** It is there when this returns, and on the disk. */
  Manifest finish(String program, String made, int tables) throws IOException {
    var manifest = new Manifest(Manifest.FORMAT, program, made, tables, List.copyOf(parts));
    zip.putNextEntry(new ZipEntry(Manifest.NAME));
    zip.write(JSON.writeValueAsString(manifest).getBytes(UTF_8));
    zip.closeEntry();
    zip.finish();
    zip.flush();
    channel.force(true);
    zip.close();
    Files.move(part, file, ATOMIC_MOVE);
    try (var folder = FileChannel.open(file.getParent())) {
      folder.force(true);
    }
    return manifest;
  }

  /** What is not finished is deleted. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }

  /** Counts what goes through. */
  private static final class Counting {
    private final OutputStream out;
    private final Sum sum = new Sum();
    private long lines;

    Counting(OutputStream out) {
      this.out = out;
    }

    void line(String line) {
      try {
        write((line + "\n").getBytes(UTF_8));
        lines++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void write(byte[] bytes) throws IOException {
      out.write(bytes);
      sum.add(bytes, bytes.length);
    }

    Part part(String name, List<String> columns) {
      return new Part(name, columns, lines, sum.bytes(), sum.sha256());
    }
  }
}
