package org.regionwire.digest.bounces;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class PostgresqlBouncesTest extends BouncesContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
