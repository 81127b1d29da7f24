package org.regionwire.digest.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one connection: they send at once, and they can be cut. The mail library leaves
 * Nagle's algorithm on, which waits 40 ms for the delayed ACK of each command: 22 letters a second
 * instead of some thousands. And its time-outs are for one read: a server that says a byte a second
 * would hold it for ever.
 */
final class CuttableSockets extends SocketFactory {
  private final SocketFactory sockets;
  private @Nullable Socket open;
  private boolean cut;

  CuttableSockets(SocketFactory sockets) {
    this.sockets = sockets;
  }

  /** From here on there is no connection, not even one that is being made. */
  synchronized void cut() throws IOException {
    cut = true;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public Socket createSocket() throws IOException {
    return kept(sockets.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return kept(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return kept(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return kept(sockets.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return kept(sockets.createSocket(host, port, local, localPort));
  }

  private synchronized Socket kept(Socket socket) throws IOException {
    if (cut) {
      socket.close();
      throw new SocketException("it took too long");
    }
    socket.setTcpNoDelay(true);
    open = socket;
    return socket;
  }
}
