package org.regionwire.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How {@code java -jar regionwire.jar} begins in journeys, which begin it some hundred times. */
final class WireCommand {
  private static final Path JAR =
      Path.of(System.getProperty("regionwire.jar", "target/regionwire.jar")).toAbsolutePath();

  private static final Path CLASSES = JAR.resolveSibling("regionwire.jsa");

  private WireCommand() {}

  /** With the classes it loads from an archive of this jar, if there is one. */
  static List<String> line(List<String> settings, String... command) {
    return isOfThisJar(CLASSES)
        ? line("-XX:SharedArchiveFile=" + CLASSES, settings, command)
        : line("-Xshare:auto", settings, command);
  }

  /** It writes that archive when it ends. */
  static List<String> archiving(List<String> settings) {
    return line("-XX:ArchiveClassesAtExit=" + CLASSES, settings);
  }

  private static List<String> line(String sharing, List<String> settings, String... command) {
    if (!Files.isRegularFile(JAR)) {
      throw new IllegalStateException(JAR + " is missing; run mvn package first");
    }
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(settings);
    // A short life gains nothing by the second compiler.
    line.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", sharing, "-jar", JAR.toString()));
    line.addAll(List.of(command));
    return line;
  }

  /** One of an older jar would be passed over with a warning, where some look for other words. */
  private static boolean isOfThisJar(Path archive) {
    try {
      return Files.exists(archive)
          && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(JAR)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
