package org.regionwire.digest;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class PostgresqlDigestTest extends DigestContract {
  @Override
  protected Database open() {
    return Databases.postgresql();
  }
}
