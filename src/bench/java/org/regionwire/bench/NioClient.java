package org.regionwire.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One connection: asks, reads no more of the answer than tells where it ends, asks again. */
final class NioClient {
  private static final String LENGTH = "content-length:";
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final int UNKNOWN = -1;
  private static final int CHUNKED = -2;

  private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 17);
  private final byte[] head = new byte[4_096];
  private final List<byte[]> requests;
  private int turn;
  private long rest = UNKNOWN;
  private long answered;
  private long failed;

  NioClient(List<byte[]> requests, int turn) {
    this.requests = requests;
    this.turn = turn;
  }

  long answered() {
    return answered;
  }

  long failed() {
    return failed;
  }

  void fail() {
    failed++;
  }

  void ask(SocketChannel channel) throws IOException {
    var out = ByteBuffer.wrap(requests.get(turn++ % requests.size()));
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  void read(SocketChannel channel) throws IOException {
    if (channel.read(in) < 0) {
      throw new EOFException();
    }
    if (rest == UNKNOWN) {
      readHead();
    } else if (rest > 0) {
      rest -= in.position();
      in.clear();
    }
    if (rest == 0 || (rest == CHUNKED && endsChunked())) {
      in.clear();
      rest = UNKNOWN;
      ask(channel);
    }
  }

  private void readHead() {
    int have = Math.min(in.position(), head.length);
    in.get(0, head, 0, have);
    String text = new String(head, 0, have, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return;
    }
    int status = Integer.parseInt(text.substring(9, 12));
    if (status < 400) {
      answered++;
    } else {
      failed++;
    }
    rest = status == 304 ? 0 : length(text.substring(0, end).toLowerCase(Locale.ROOT));
    if (rest >= 0) {
      rest -= in.position() - (end + 4);
      in.clear();
    }
  }

  private static long length(String head) {
    int at = head.indexOf(LENGTH);
    if (at < 0) {
      return CHUNKED;
    }
    int end = head.indexOf('\r', at);
    return Long.parseLong(
        head.substring(at + LENGTH.length(), end < 0 ? head.length() : end).strip());
  }

  private boolean endsChunked() {
    int start = in.position() - LAST_CHUNK.length;
    for (int i = 0; i < LAST_CHUNK.length; i++) {
      if (start < 0 || in.get(start + i) != LAST_CHUNK[i]) {
        return false;
      }
    }
    return true;
  }
}
