package org.regionwire.archive;

class PostgresqlWithdrawalTest extends WithdrawalContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
