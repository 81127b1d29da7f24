package org.regionwire.digest.sending;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class PostgresqlOnceTest extends OnceContract {
  @Override
  protected Database open() {
    return Databases.postgresql();
  }
}
