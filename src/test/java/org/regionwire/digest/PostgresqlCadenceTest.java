package org.regionwire.digest;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class PostgresqlCadenceTest extends CadenceContract {
  @Override
  protected Database open() {
    return Databases.postgresql();
  }
}
