package org.regionwire.push;

import java.util.function.Function;
import org.regionwire.archive.Database;

/** Followers and intents, opened for one transaction at a time. */
final class JdbiBooks {
  private final Database database;

  /** What one transaction sees and changes. */
  record Open(JdbiFollowers followers, JdbiIntents intents) {}

  JdbiBooks(Database database) {
    this.database = database;
  }

  <T> T read(Function<Open, T> work) {
    return database.read(handle -> work.apply(open(handle)));
  }

  /** All or nothing. */
  <T> T write(Function<Open, T> work) {
    return database.write(handle -> work.apply(open(handle)));
  }

  private static Open open(org.jdbi.v3.core.Handle handle) {
    return new Open(new JdbiFollowers(handle), new JdbiIntents(handle));
  }
}
