package org.regionwire.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that is there. Nothing of it is believed before {@link #check}. */
final class BackupReader implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;

  /**
   * @throws Damaged if it is no backup, or not a whole one
   */
  BackupReader(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException("there is no file " + file);
    }
    this.file = file;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new Damaged(file + " is no backup, or its end is missing: " + e.getMessage());
    }
    try {
      manifest = manifest();
    } catch (RuntimeException | IOException e) {
      zip.close();
      throw e;
    }
  }

  private Manifest manifest() throws IOException {
    var entry = entry(Manifest.NAME);
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readAllBytes();
    } catch (ZipException e) {
      throw damaged(Manifest.NAME, String.valueOf(e.getMessage()));
    }
    var sum = new CRC32();
    sum.update(bytes);
    if (sum.getValue() != entry.getCrc()) {
      throw damaged(Manifest.NAME, "its checksum is another one");
    }
    int format = JSON.readTree(bytes).path("format").asInt();
    if (format != Manifest.FORMAT) {
      throw new Damaged(file + " has the format " + format + "; this program reads format 1");
    }
    return JSON.readValue(bytes, Manifest.class);
  }

  Manifest what() {
    return manifest;
  }

  /**
   * Reads all of it.
   *
   * @throws Damaged if a part is missing or not as it was
   */
  void check(Progress progress) throws IOException {
    for (var part : manifest.parts()) {
      progress.at("check " + part.name(), part.lines());
      var sum = new Sum();
      byte[] buffer = new byte[1 << 16];
      try (InputStream in = zip.getInputStream(entry(part.name()))) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          sum.add(buffer, n);
        }
      } catch (ZipException | java.io.EOFException e) {
        throw damaged(part.name(), String.valueOf(e.getMessage()));
      }
      if (sum.bytes() != part.bytes() || !sum.sha256().equals(part.sha256())) {
        throw damaged(part.name(), "its checksum is another one");
      }
    }
  }

  void lines(String part, Consumer<String> lines) {
    try (var in =
        new BufferedReader(new InputStreamReader(zip.getInputStream(entry(part)), UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(String part) throws IOException {
    try (InputStream in = zip.getInputStream(entry(part))) {
      return in.readAllBytes();
    }
  }

  boolean has(String part) {
    return manifest.parts().stream().anyMatch(one -> one.name().equals(part));
  }

  private ZipEntry entry(String name) {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw new Damaged(file + " is damaged: " + name + " is missing");
    }
    return entry;
  }

  private Damaged damaged(String part, String why) {
    return new Damaged(file + " is damaged in " + part + ": " + why + "; nothing was written");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
