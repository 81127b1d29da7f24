package org.regionwire.archive;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteArchiveTest extends ArchiveContract {
  @TempDir private Path folder;

  @Override
  Database open() {
    return Databases.sqlite(folder);
  }
}
