package org.regionwire.figures;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

final class SqliteTallyTest extends TallyContract {
  @TempDir private Path folder;

  @Override
  Database open() {
    return Databases.sqlite(folder);
  }
}
