package org.regionwire.digest.composing;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class SqlitePreviewTest extends PreviewContract {
  @TempDir Path folder;

  @Override
  Database open() {
    return Databases.sqlite(folder);
  }

  @Override
  boolean isSqlite() {
    return true;
  }
}
