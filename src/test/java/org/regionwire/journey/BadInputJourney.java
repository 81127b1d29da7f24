package org.regionwire.journey;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.io.TempDir;

/** Bad input, by one wire for all of it: each gets its answer, nothing else is disturbed. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
final class BadInputJourney {
  private static Outside wire;

  @BeforeAll
  static void start(@TempDir Path home) throws IOException {
    // a pause of seconds between two pieces of a file is still no end of it
    wire = Outside.starts(home, "-Dregionwire.inbox.settle=PT6S");
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    wire.close();
  }

  @AfterEach
  void nothing_else_is_disturbed() throws Exception {
    wire.stillWorks();
  }

  @Nested
  @Order(1)
  class Requests extends BadRequests {
    Requests() {
      super(BadInputJourney.wire);
    }
  }

  @Nested
  @Order(2)
  class Unfinished extends UnfinishedFiles {
    Unfinished() {
      super(BadInputJourney.wire);
    }
  }

  @Nested
  @Order(3)
  class Files extends BadFiles {
    Files() {
      super(BadInputJourney.wire);
    }
  }

  /** The last ones: others look through the files that are done. */
  @Nested
  @Order(4)
  class Many extends ManyFiles {
    Many() {
      super(BadInputJourney.wire);
    }
  }
}
