package org.regionwire.digest.subscribing;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class PostgresqlSubscribingTest extends SubscribingContract {
  @Override
  protected Database open() {
    return Databases.postgresql();
  }
}
