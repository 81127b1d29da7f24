package org.regionwire.push;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

final class SqliteVerifyingTest extends VerifyingContract {
  @TempDir private Path folder;

  @Override
  Database open() {
    return Databases.sqlite(folder);
  }
}
