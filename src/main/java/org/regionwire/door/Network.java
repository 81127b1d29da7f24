package org.regionwire.door;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that begin with the same bits (RFC 4632).
 *
 * @param bits how many
 */
record Network(InetAddress address, int bits) {
  private static final int KEPT_OF_IPV4 = 24;
  private static final int KEPT_OF_IPV6 = 48;

  /**
   * @param text {@code 10.0.0.0/8} or {@code ::1}
   * @throws IllegalArgumentException if it is none
   */
  static Network parse(String text) {
    String[] parts = text.split("/", 2);
    InetAddress address =
        address(parts[0]).orElseThrow(() -> new IllegalArgumentException(text + " is no network"));
    int all = address.getAddress().length * 8;
    int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
    if (bits < 0 || bits > all) {
      throw new IllegalArgumentException(text + " is no network");
    }
    return new Network(masked(address, bits), bits);
  }

  /** Split at commas; none for an empty text. */
  static List<Network> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .map(Network::parse)
        .toList();
  }

  /** All that is kept of an address: /24 of IPv4, /48 of IPv6. */
  static Network around(InetAddress address) {
    int bits = address.getAddress().length == 4 ? KEPT_OF_IPV4 : KEPT_OF_IPV6;
    return new Network(masked(address, bits), bits);
  }

  /** Nothing for a name, which would have to be looked up. IPv4 in IPv6 is IPv4. */
  static Optional<InetAddress> address(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    return bytes == null ? Optional.empty() : Optional.of(address(bytes));
  }

  boolean has(InetAddress other) {
    return other.getAddress().length == address.getAddress().length
        && masked(other, bits).equals(address);
  }

  private static InetAddress masked(InetAddress address, int bits) {
    byte[] bytes = address.getAddress();
    for (int i = 0; i < bytes.length; i++) {
      int own = Math.max(0, Math.min(8, bits - i * 8));
      bytes[i] = (byte) (bytes[i] & (0xff00 >> own));
    }
    return address(bytes);
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }

  /** {@code 192.0.2.0/24}. */
  @Override
  public String toString() {
    return address.getHostAddress() + "/" + bits;
  }
}
