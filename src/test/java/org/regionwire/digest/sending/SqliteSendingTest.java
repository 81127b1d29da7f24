package org.regionwire.digest.sending;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;

class SqliteSendingTest extends SendingContract {
  @TempDir Path folder;

  @Override
  protected Database open() {
    return Databases.sqlite(folder);
  }
}
