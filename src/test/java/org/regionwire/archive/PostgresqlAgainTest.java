package org.regionwire.archive;

class PostgresqlAgainTest extends AgainContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
