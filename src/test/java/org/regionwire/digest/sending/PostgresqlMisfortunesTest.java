package org.regionwire.digest.sending;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class PostgresqlMisfortunesTest extends MisfortunesContract {
  @Override
  protected Database open() {
    return Databases.postgresql();
  }
}
