package org.regionwire.archive;

class PostgresqlLifeTest extends LifeContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
