package org.regionwire.archive;

class PostgresqlRebuildTest extends RebuildContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
