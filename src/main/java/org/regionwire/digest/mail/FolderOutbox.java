package org.regionwire.digest.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Lays letters into a folder, for a person to read or another program to send. A letter that is
 * sent again has the same name and takes the place of the first.
 */
final class FolderOutbox implements Outbox {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final DkimSigner signer;

  FolderOutbox(Path folder, DkimSigner signer) {
    this.signer = signer;
    this.folder = folder;
  }

  @Override
  public Outcome send(Mail mail, BooleanSupplier leave) {
    var bytes = signer.sign(MimeLetter.bytes(mail), mail.date().getEpochSecond());
    if (!leave.getAsBoolean()) {
      return Outcome.WITHHELD;
    }
    String name = TIME.format(mail.planned()) + "-" + mail.id() + ".eml";
    try {
      Files.createDirectories(folder);
      var unfinished = folder.resolve("." + name + ".tmp");
      write(unfinished, bytes);
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      sync(folder);
      return Outcome.accepted(name);
    } catch (IOException e) {
      return Outcome.deferred("the outbox cannot be written: " + e);
    }
  }

  @Override
  public boolean keeps() {
    return true;
  }

  @Override
  public void erase(Set<String> ids) {
    erase(name -> ids.contains(id(name)));
  }

  @Override
  public void eraseUnknown(Instant since, Predicate<String> known) {
    String first = TIME.format(since);
    erase(name -> name.compareTo(first) >= 0 && !known.test(id(name)));
  }

  private static String id(String name) {
    return name.substring(name.indexOf('-') + 1).replace(".eml", "");
  }

  @Override
  public void eraseBefore(Instant time) {
    String first = TIME.format(time);
    erase(name -> name.compareTo(first) < 0);
  }

  private void erase(Predicate<String> which) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, "????????T??????Z-*.eml")) {
      for (var file : files) {
        if (which.test(String.valueOf(file.getFileName()))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("letters in the outbox cannot be erased", e);
    }
  }

  @Override
  public void close() {}

  private static void write(Path file, byte[] bytes) throws IOException {
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** The new name is on the disk only when its folder is. */
  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
