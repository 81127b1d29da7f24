package org.regionwire.senders;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

final class PostgresqlSendersTest extends SendersContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
