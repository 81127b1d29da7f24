package org.regionwire.digest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.regionwire.archive.Database;

/** A desk on an empty database, and the two who have letters from it. */
public abstract class DigestFixture {
  protected static final String ANN = "ann@example.org";
  protected static final String BEN = "ben@example.org";

  protected Database database;
  protected Desk desk;

  protected abstract Database open();

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
