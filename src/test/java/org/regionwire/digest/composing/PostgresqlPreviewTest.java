package org.regionwire.digest.composing;

import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class PostgresqlPreviewTest extends PreviewContract {
  @Override
  Database open() {
    return Databases.postgresql();
  }

  @Override
  boolean isSqlite() {
    return false;
  }
}
