package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** What the build makes to be run somewhere. */
class ShippedJourney {
  private static final Path JAR =
      Path.of(System.getProperty("regionwire.jar", "target/regionwire.jar"));

  @Test
  @DisabledIfSystemProperty(named = "regionwire.offline", matches = "is true")
  void the_jar_lists_every_library_that_it_runs_with_and_no_other() throws IOException {
    Set<String> listed = new HashSet<>();
    try (var jar = new JarFile(JAR.toFile());
        var in = jar.getInputStream(jar.getEntry("META-INF/sbom/regionwire.cdx.json"))) {
      JsonNode bom = new ObjectMapper().readTree(in);
      assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
      for (JsonNode component : bom.path("components")) {
        assertThat(component.path("hashes")).as(component.path("purl").asText()).isNotEmpty();
        listed.add(component.path("name").asText() + "-" + component.path("version").asText());
      }
    }
    try (var files = Files.list(JAR.resolveSibling("lib"))) {
      Set<String> shipped =
          files
              .map(file -> file.getFileName().toString().replace(".jar", ""))
              .collect(Collectors.toSet());
      assertThat(shipped).isNotEmpty();
      assertThat(shipped)
          .allSatisfy(library -> assertThat(listed).anyMatch(name -> library.startsWith(name)));
      assertThat(listed)
          .allSatisfy(name -> assertThat(shipped).anyMatch(one -> one.startsWith(name)));
    }
  }
}
