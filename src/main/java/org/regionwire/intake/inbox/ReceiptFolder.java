package org.regionwire.intake.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.regionwire.intake.Receipt;
import org.regionwire.intake.Receipts;
import org.regionwire.intake.inbox.Inbox.Dropped;

/** {@code done/} or {@code refused/}: each file with {@code <file>.receipt.json} beside it. */
final class ReceiptFolder {
  private static final int LONGEST_NAME_BYTES = 255;
  static final String SUFFIX = ".receipt.json";
  private static final int ROOM_FOR_NUMBER = 8;

  /** In characters; what is longer is no extension. */
  private static final int LONGEST_EXTENSION = 20;

  private final Path folder;
  private final Receipts receipts;

  ReceiptFolder(Path folder, Receipts receipts) throws IOException {
    this.folder = Files.createDirectories(folder.toAbsolutePath());
    this.receipts = receipts;
  }

  /**
   * The receipt first, then the file: a file that has left the inbox always has its receipt.
   * Another file that took the name meanwhile goes back to the inbox. One at a time, so that no two
   * take the same free name.
   */
  synchronized void move(Dropped dropped, Receipt receipt) throws IOException {
    Path target = reserve(dropped.path().getFileName().toString(), receipts.write(receipt));
    Inbox.move(dropped.path(), target);
    if (!Inbox.state(target).equals(dropped.state())) {
      Files.delete(receiptOf(target));
      Inbox.move(target, dropped.path());
    }
  }

  /** A receipt without its file is of a move that the process did not live to see. */
  private Path reserve(String name, String receipt) throws IOException {
    int number = 1;
    Path target = folder.resolve(numbered(name, number));
    while (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      target = folder.resolve(numbered(name, ++number));
    }
    Files.writeString(receiptOf(target), receipt);
    return target;
  }

  private static Path receiptOf(Path target) {
    return target.resolveSibling(target.getFileName() + SUFFIX);
  }

  /** {@code a.json}, {@code a-2.json} …, cut so that the receipt's name fits a file system. */
  private static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    boolean none = dot < 0 || name.length() - dot > LONGEST_EXTENSION;
    String extension = none ? "" : name.substring(dot);
    String stem = name.substring(0, name.length() - extension.length());
    int room = LONGEST_NAME_BYTES - SUFFIX.length() - ROOM_FOR_NUMBER - bytes(extension);
    while (bytes(stem) > room) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return number == 1 ? stem + extension : stem + "-" + number + extension;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
