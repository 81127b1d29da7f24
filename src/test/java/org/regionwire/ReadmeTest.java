package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The README's tables say what is so. */
class ReadmeTest {
  private final String readme = read(Path.of("README.md"));

  @Test
  void every_route_stands_in_the_readme_with_its_description() throws IOException {
    List<String> rows = new ArrayList<>();
    try (var files = Files.list(Path.of("routes"))) {
      for (Path file : files.sorted().toList()) {
        for (JsonNode one : new YAMLMapper().readTree(file.toFile())) {
          JsonNode route = one.path("route");
          if (!route.isMissingNode()) {
            rows.add(
                "| `%s` | %s |"
                    .formatted(route.get("id").asText(), route.get("description").asText()));
          }
        }
      }
    }
    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(readme).contains(row));
  }

  @Test
  void every_setting_stands_in_the_readme_with_its_shipped_value() {
    for (Map.Entry<Object, Object> shipped : Settings.shipped().entrySet()) {
      if (shipped.getKey().toString().startsWith("regionwire.")) {
        String value = shipped.getValue().toString();
        String shown = value.isEmpty() ? "" : "`" + value + "`";
        assertThat(readme).contains("| `" + shipped.getKey() + "` | " + shown + " |");
      }
    }
  }

  @Test
  void every_row_of_settings_is_a_setting() {
    Properties shipped = Settings.shipped();
    readme
        .lines()
        .filter(line -> line.startsWith("| `regionwire."))
        .forEach(line -> assertThat(shipped).containsKey(line.split("`", -1)[1]));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
