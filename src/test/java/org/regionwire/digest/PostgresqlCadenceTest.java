package org.regionwire.digest;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class PostgresqlCadenceTest extends CadenceContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
