package org.regionwire.digest;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class PostgresqlDigestTest extends DigestContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
