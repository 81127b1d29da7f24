package org.regionwire;

import java.io.IOException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.regionwire.archive.JdbiNodes;

/** What several nodes share: the same secrets, and what only one of them does at a time. */
final class Nodes {
  private final JdbiNodes books;
  private final String node;
  private final Clock clock;

  Nodes(JdbiNodes books, Clock clock, RandomGenerator random) {
    this.books = books;
    this.clock = clock;
    byte[] bits = new byte[8];
    random.nextBytes(bits);
    this.node = HexFormat.of().formatHex(bits);
  }

  /** Whether the duty of this role is ours now. */
  BooleanSupplier duty(Role role) {
    return new Duty(books, role.word(), node, clock);
  }

  /**
   * Links in letters of one node must open at every other.
   *
   * @throws IOException if the others have another secret
   */
  void mustShare(SecretFile secret, String name) throws IOException {
    String ours = secret.fingerprint();
    if (!books.agreed(name, ours).equals(ours)) {
      throw new IOException(
          "the other nodes have another "
              + name
              + ": give this one the same file, in the folder that regionwire.secrets names");
    }
  }
}
