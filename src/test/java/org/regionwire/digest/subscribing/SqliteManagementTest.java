package org.regionwire.digest.subscribing;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class SqliteManagementTest extends ManagementContract {
  @TempDir Path folder;

  @Override
  Database open() {
    return Databases.sqlite(folder);
  }
}
