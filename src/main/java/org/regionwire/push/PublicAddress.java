package org.regionwire.push;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Whether an address belongs to the public Internet, by the IANA special-purpose registries (RFC
 * 6890 and what came after). The JDK's own questions miss most of them.
 */
final class PublicAddress {
  private static final List<Block> NOT_PUBLIC_4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** Everything else, unique local, link-local and translated addresses too, is not global. */
  private static final Block GLOBAL_6 = Block.of("2000::/3");

  private static final List<Block> NOT_PUBLIC_6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  private PublicAddress() {}

  private record Block(BigInteger prefix, int bits, int length) {
    static Block of(String text) {
      String[] parts = text.split("/", 2);
      byte[] address = literal(parts[0]);
      int length = Integer.parseInt(parts[1]);
      int bits = address.length * 8;
      return new Block(new BigInteger(1, address).shiftRight(bits - length), bits, length);
    }

    private static byte[] literal(String address) {
      try {
        return InetAddress.getByName(address).getAddress();
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(address, e);
      }
    }

    boolean holds(InetAddress address) {
      byte[] bytes = address.getAddress();
      return bytes.length * 8 == bits
          && new BigInteger(1, bytes).shiftRight(bits - length).equals(prefix);
    }
  }

  private static List<Block> blocks(String... texts) {
    return List.of(texts).stream().map(Block::of).toList();
  }

  static boolean is(InetAddress address) {
    if (address instanceof Inet6Address) {
      return GLOBAL_6.holds(address) && NOT_PUBLIC_6.stream().noneMatch(b -> b.holds(address));
    }
    return NOT_PUBLIC_4.stream().noneMatch(b -> b.holds(address));
  }
}
