package org.regionwire.figures;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

final class PostgresqlTallyTest extends TallyContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
