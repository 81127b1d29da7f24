package org.regionwire.digest.bounces;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class SqliteBouncesTest extends BouncesContract {
  @TempDir Path folder;

  @Override
  Database open() {
    return Databases.sqlite(folder);
  }
}
