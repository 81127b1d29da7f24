package org.regionwire.archive;

class PostgresqlEmbargoTest extends EmbargoContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
