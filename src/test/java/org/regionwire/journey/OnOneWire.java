package org.regionwire.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Facts about one wire that runs for all of them. */
abstract class OnOneWire {
  final Outside wire;

  OnOneWire(Outside wire) {
    this.wire = wire;
  }

  static boolean holds(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      return false;
    }
  }
}
