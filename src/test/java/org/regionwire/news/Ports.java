package org.regionwire.news;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine, for servers that a test starts. */
public final class Ports {
  private static final int MOST_TRIES = 1_000;

  private Ports() {}

  /**
   * Not one of those that the system gives to whoever connects, which may be gone when it is used.
   */
  public static int free() {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
      try (var free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (IOException taken) {
        continue;
      }
    }
    throw new IllegalStateException("no port is free");
  }

  public static boolean listens(int port) {
    try {
      new Socket(InetAddress.getLoopbackAddress(), port).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
