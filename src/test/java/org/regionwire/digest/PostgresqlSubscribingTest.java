package org.regionwire.digest;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class PostgresqlSubscribingTest extends SubscribingContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
