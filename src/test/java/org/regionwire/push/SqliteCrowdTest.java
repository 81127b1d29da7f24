package org.regionwire.push;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

final class SqliteCrowdTest extends CrowdContract {
  @TempDir private Path folder;

  @Override
  Database open() {
    return Databases.sqlite(folder);
  }
}
