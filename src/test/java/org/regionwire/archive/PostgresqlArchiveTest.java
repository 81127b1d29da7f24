package org.regionwire.archive;

class PostgresqlArchiveTest extends ArchiveContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
