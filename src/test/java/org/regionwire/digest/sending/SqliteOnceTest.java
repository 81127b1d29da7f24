package org.regionwire.digest.sending;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class SqliteOnceTest extends OnceContract {
  @TempDir private Path folder;

  @Override
  protected Database open() {
    return Databases.sqlite(folder);
  }
}
