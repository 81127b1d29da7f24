package org.regionwire.nodes;

import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.regionwire.archive.JdbiNodes;

/** What several nodes share: the same secrets, and what only one of them does at a time. */
public final class Nodes {
  private final JdbiNodes books;
  private final String node;
  private final Clock clock;
  private final Map<Role, Duty> duties = new EnumMap<>(Role.class);

  public Nodes(JdbiNodes books, Clock clock, RandomGenerator random) {
    this.books = books;
    this.clock = clock;
    byte[] bits = new byte[8];
    random.nextBytes(bits);
    this.node = HexFormat.of().formatHex(bits);
  }

  /** Tells whether the duty of this role is ours now. */
  public Duty duty(Role role) {
    return duties.computeIfAbsent(role, r -> new Duty(books, r.word(), node, clock));
  }

  /** Those that were asked for. */
  public Map<Role, Duty> duties() {
    return Collections.unmodifiableMap(duties);
  }

  /** Of this process alone. */
  String name() {
    return node;
  }

  /**
   * Links in letters of one node must open at every other.
   *
   * @param fingerprint of our secret
   * @throws IOException if the others have another secret
   */
  public void mustShare(String fingerprint, String name) throws IOException {
    if (!books.agreed(name, fingerprint).equals(fingerprint)) {
      throw new IOException(
          "the other nodes have another "
              + name
              + ": give this one the same file, in the folder that regionwire.secrets names");
    }
  }
}
