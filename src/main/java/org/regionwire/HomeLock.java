package org.regionwire;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One process a folder: a second broker on the same journal would wait for ever without a word. */
final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws IOException if another process holds it; the system lets go when that process ends
   */
  static HomeLock of(Path home) throws IOException {
    return ifFree(home)
        .orElseThrow(
            () ->
                new IOException(
                    "another Regionwire is running on "
                        + home.toAbsolutePath()
                        + "; stop it, or set regionwire.home to another folder"));
  }

  /** Empty if another process holds it. */
  static Optional<HomeLock> ifFree(Path home) throws IOException {
    Files.createDirectories(home);
    var channel =
        FileChannel.open(
            home.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new HomeLock(channel));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
