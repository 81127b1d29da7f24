package org.regionwire.archive;

class PostgresqlCorrectionTest extends CorrectionContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
