package org.regionwire.digest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.regionwire.archive.Database;

/** A desk on an empty database, and the two who have letters from it. */
abstract class DigestFixture {
  static final String ANN = "ann@example.org";
  static final String BEN = "ben@example.org";

  Database database;
  Desk desk;

  abstract Database open();

  @BeforeEach
  void open_an_empty_desk() {
    database = open();
    desk = new Desk(database);
  }

  @AfterEach
  void close() {
    database.close();
  }
}
