package org.regionwire.push;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

final class PostgresqlCrowdTest extends CrowdContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
