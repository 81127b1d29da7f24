package org.regionwire.push;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

final class PostgresqlHubTest extends HubContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }
}
