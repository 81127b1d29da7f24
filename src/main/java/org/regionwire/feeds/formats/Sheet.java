package org.regionwire.feeds.formats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A page as bytes, and where its entries lie in them, one after the other. An entry's bytes are the
 * same on every page of one format, so that a page can be made of another's frame and of entries
 * written before.
 *
 * @param begin where the first entry begins, or would
 * @param ends where each of them ends
 * @param between what stands between two of them
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sheet(byte[] bytes, int begin, List<Integer> ends, String between) {

  /** Bytes of an entry. */
  public record Cut(int from, int to) {}

  public Sheet {
    ends = List.copyOf(ends);
  }

  /** Of each entry, in their order. */
  public List<Cut> cuts() {
    return IntStream.range(0, ends.size())
        .mapToObj(i -> new Cut(i == 0 ? begin : ends.get(i - 1) + between.length(), ends.get(i)))
        .toList();
  }

  public byte[] bytes(Cut cut) {
    return java.util.Arrays.copyOfRange(bytes, cut.from(), cut.to());
  }

  /** The same page with these entries instead of its own. */
  public Sheet with(List<byte[]> entries) {
    int end = ends.isEmpty() ? begin : ends.get(ends.size() - 1);
    var page = new Writing(bytes.length + entries.stream().mapToInt(e -> e.length + 1).sum());
    page.write(bytes, 0, begin);
    page.entriesBegin();
    for (byte[] entry : entries) {
      if (page.hasEntries()) {
        page.writeBytes(between.getBytes(StandardCharsets.US_ASCII));
      }
      page.writeBytes(entry);
      page.entryEnds();
    }
    page.write(bytes, end, bytes.length - end);
    return page.sheet(between);
  }

  /** A page that is being written. */
  static final class Writing extends ByteArrayOutputStream {
    private final List<Integer> ends = new java.util.ArrayList<>();
    private int begin;

    /**
     * @param size expected, in bytes
     */
    Writing(int size) {
      super(size);
    }

    void entriesBegin() {
      begin = size();
    }

    void entryEnds() {
      ends.add(size());
    }

    boolean hasEntries() {
      return !ends.isEmpty();
    }

    Sheet sheet(String between) {
      return new Sheet(toByteArray(), begin, ends, between);
    }
  }
}
