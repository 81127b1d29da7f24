package org.regionwire.push;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

final class PostgresqlTellingTest extends TellingContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
