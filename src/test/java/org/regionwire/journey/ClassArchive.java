package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Starts the wire for once and keeps the classes it loaded beside its jar (AppCDS), as the image
 * does: without them half the time of the journeys goes into loading classes.
 */
public final class ClassArchive {
  private ClassArchive() {}

  /** Between packaging and the journeys; a folder that is thrown away holds its data. */
  public static void main(String[] arguments) throws Exception {
    Path home = Files.createTempDirectory("classes");
    var newsroom = new Newsroom(home, Map.of());
    newsroom.archivesClasses();
    for (String region : List.of("malmo", "oslo")) {
      String item = "{\"title\": \"A pier\", \"regions\": [\"%s\"]}".formatted(region);
      newsroom.posts("application/json", item.getBytes(UTF_8), "Prefer", "wait=20");
      for (String format : List.of("atom", "rss", "json")) {
        newsroom.gets("/feeds/" + region + "." + format);
      }
      newsroom.gets("/regions/" + region, "Accept", "text/html");
    }
    newsroom.stops();
    try (var files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
