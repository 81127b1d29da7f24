package org.regionwire.intake.inbox;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.regionwire.intake.NotYet;
import org.regionwire.intake.Receipt;
import org.regionwire.intake.Receipts;
import org.regionwire.intake.Refused;
import org.regionwire.intake.Submissions;
import org.regionwire.news.Format;
import org.regionwire.news.Submission;

/**
 * The drop folder: what in it is a submission, and where a file goes with its receipt. A file is
 * known by its content, never by its name; one that changes while it is read is left for later.
 */
public final class Inbox {
  /** What a file was when it was read; another file under the same name is another state. */
  record State(Object key, long size, FileTime modified) {}

  /** A file that was read. */
  public record Dropped(Path path, State state, Submission submission) {}

  private static final Set<String> NOT_FOR_US =
      Set.of(".tmp", ".part", ".crdownload", "~", ReceiptFolder.SUFFIX);

  private final Path inbox;
  private final ReceiptFolder done;
  private final ReceiptFolder refused;
  private final Duration settle;
  private final int limit;
  private final Submissions submissions;
  private final Clock clock;

  /**
   * @param inbox its neighbours {@code done} and {@code refused} are made when they are missing
   * @param settle how long a file must be still before it counts as whole
   * @param limit in bytes
   */
  public Inbox(
      Path inbox,
      Duration settle,
      int limit,
      Submissions submissions,
      Receipts receipts,
      Clock clock)
      throws IOException {
    this.inbox = Files.createDirectories(inbox.toAbsolutePath());
    this.done = new ReceiptFolder(inbox.resolveSibling("done"), receipts);
    this.refused = new ReceiptFolder(inbox.resolveSibling("refused"), receipts);
    this.settle = settle;
    this.limit = limit;
    this.submissions = submissions;
    this.clock = clock;
  }

  public Path folder() {
    return inbox;
  }

  /** Regular files only, and not those whose name says that they are not finished, or a receipt. */
  public boolean wants(Path file) {
    String name = file.getFileName().toString();
    if (name.startsWith(".")
        || NOT_FOR_US.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
      return false;
    }
    return attributes(file)
        .filter(BasicFileAttributes::isRegularFile)
        .filter(attributes -> selfDelimiting(name) && attributes.size() > 0 || still(attributes))
        .isPresent();
  }

  /**
   * @throws Refused if it can never be a submission
   * @throws NotYet if it should be looked at again later
   */
  public Dropped read(Path file) {
    State before = state(file);
    String name = file.getFileName().toString();
    byte[] bytes = before.size() > limit ? new byte[0] : bytes(file);
    if (!before.equals(state(file))) {
      throw new NotYet(name + " changed while it was read");
    }
    Format format = Format.ofFileName(name).orElse(Format.JSON);
    return new Dropped(file, before, submissions.file(format, bytes));
  }

  /**
   * The file as a submission to read, after the checks that need no parsing.
   *
   * @throws Refused if it is too large or of no known type
   */
  public Submission open(Dropped dropped) {
    if (dropped.state().size() > limit) {
      throw new Refused(
          413, "", "is %,d bytes long; at most %,d".formatted(dropped.state().size(), limit));
    }
    if (Format.ofFileName(dropped.path().getFileName().toString()).isEmpty()) {
      throw new Refused(
          415,
          "",
          "is of no type the inbox takes; name it .json, .xml (an Atom entry), .md" + " or .ics");
    }
    return dropped.submission();
  }

  /** Called when the broker has the item on disk. */
  public void accept(Dropped dropped, Receipt receipt) throws IOException {
    done.move(dropped, receipt);
  }

  /**
   * Moves it to the refused, unless it cannot be read and may still be growing.
   *
   * @return whether it was moved
   */
  public boolean refuse(Dropped dropped, Refused why) throws IOException {
    boolean unreadable = why.status() == 400;
    if (unreadable && attributes(dropped.path()).filter(this::still).isEmpty()) {
      return false;
    }
    refused.move(dropped, Receipt.refused(why.problems()));
    return true;
  }

  /**
   * JSON, XML and iCalendar say where they end; of anything else a beginning looks like the whole.
   */
  private static boolean selfDelimiting(String name) {
    return Format.ofFileName(name).filter(format -> format != Format.MARKDOWN).isPresent();
  }

  private boolean still(BasicFileAttributes attributes) {
    Instant modified = attributes.lastModifiedTime().toInstant();
    return Duration.between(modified, clock.instant()).abs().compareTo(settle) >= 0;
  }

  private static Optional<BasicFileAttributes> attributes(Path file) {
    try {
      return Optional.of(
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static State state(Path file) {
    BasicFileAttributes now =
        attributes(file)
            .filter(BasicFileAttributes::isRegularFile)
            .orElseThrow(() -> new NotYet(file.getFileName() + " is gone"));
    Object key = Optional.ofNullable(now.fileKey()).orElse("");
    return new State(key, now.size(), now.lastModifiedTime());
  }

  private byte[] bytes(Path file) {
    var options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try (SeekableByteChannel channel = Files.newByteChannel(file, options)) {
      return java.nio.channels.Channels.newInputStream(channel).readNBytes(limit + 1);
    } catch (IOException e) {
      throw new NotYet(file.getFileName() + " cannot be read: " + e.getMessage());
    }
  }

  /** Moves without replacing; a rename inside one file system cannot leave half a file. */
  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to);
    } catch (NoSuchFileException e) {
      throw new NotYet(from.getFileName() + " is gone");
    }
  }
}
