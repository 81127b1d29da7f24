package org.regionwire.push;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

final class PostgresqlVerifyingTest extends VerifyingContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
