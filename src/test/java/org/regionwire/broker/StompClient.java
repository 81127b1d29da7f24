package org.regionwire.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** STOMP 1.2 as one would type it. */
public final class StompClient implements AutoCloseable {
  private static final int IMPATIENT_MILLIS = 1_000;
  private static final int PATIENT_MILLIS = 20_000;

  private final Socket socket;

  public StompClient(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(IMPATIENT_MILLIS);
  }

  public String connect(String user, String password) throws IOException {
    return connect(user, password, "anyone");
  }

  public String connect(String user, String password, String client) throws IOException {
    send(
        "CONNECT\naccept-version:1.2\nhost:wire\nlogin:%s\npasscode:%s\nclient-id:%s\n\n"
            .formatted(user, password, client));
    return answer();
  }

  /** The next frame, by somebody who knows that one comes. */
  public String answer() throws IOException {
    socket.setSoTimeout(PATIENT_MILLIS);
    try {
      return frame();
    } finally {
      socket.setSoTimeout(IMPATIENT_MILLIS);
    }
  }

  public void send(String frame) throws IOException {
    socket.getOutputStream().write((frame + "\0").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** The next frame, if it begins within a second. */
  public String frame() throws IOException {
    int first = socket.getInputStream().read();
    while (first == '\n') {
      first = socket.getInputStream().read();
    }
    int patience = socket.getSoTimeout();
    // half a frame would be lost
    socket.setSoTimeout(PATIENT_MILLIS);
    try {
      return frame(first);
    } finally {
      socket.setSoTimeout(patience);
    }
  }

  private String frame(int first) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int next = first;
    while (next > 0 || bytes.size() == 0 && next >= 0) {
      if (next != '\n' || bytes.size() > 0) {
        bytes.write(next);
      }
      next = socket.getInputStream().read();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
