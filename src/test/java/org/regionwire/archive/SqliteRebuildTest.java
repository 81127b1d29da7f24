package org.regionwire.archive;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteRebuildTest extends RebuildContract {
  @TempDir Path folder;

  @Override
  Database open() {
    return Databases.sqlite(folder);
  }
}
