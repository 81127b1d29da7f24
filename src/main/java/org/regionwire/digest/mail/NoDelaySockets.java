package org.regionwire.digest.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that send at once. The mail library leaves Nagle's algorithm on, which waits 40 ms for
 * the delayed ACK of each command: 22 letters a second instead of some thousands.
 */
final class NoDelaySockets extends SocketFactory {
  private final SocketFactory sockets;

  NoDelaySockets(SocketFactory sockets) {
    this.sockets = sockets;
  }

  @Override
  public Socket createSocket() throws IOException {
    return hasty(sockets.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return hasty(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return hasty(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return hasty(sockets.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return hasty(sockets.createSocket(host, port, local, localPort));
  }

  private static Socket hasty(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    return socket;
  }
}
