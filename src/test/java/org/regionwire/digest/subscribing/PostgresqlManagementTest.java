package org.regionwire.digest.subscribing;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class PostgresqlManagementTest extends ManagementContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
