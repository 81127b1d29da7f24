package org.regionwire.archive;

class PostgresqlSelectionTest extends SelectionContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
