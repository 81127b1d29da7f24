package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description of the HTTP interface names what is mounted, and nothing else. */
class OpenApiTest {
  private static final Path MAIN = Path.of("src/main/java/org/regionwire");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "head");

  private final JsonNode openapi = read();

  @Test
  void every_path_of_a_route_is_described() throws IOException {
    var mounted = new ArrayList<String>();
    try (var files = Files.list(Path.of("routes"))) {
      for (Path file : files.sorted().toList()) {
        mounted.addAll(found(file, "platform-http:(/[^\\s?\"]*)"));
      }
    }
    assertDescribed(mounted);
  }

  @Test
  void every_path_that_is_delivered_without_a_route_is_described() {
    var mounted = new ArrayList<String>();
    for (String source : List.of("http/Delivery.java", "http/HttpDoor.java")) {
      mounted.addAll(found(MAIN.resolve(source), "\"(/[a-z][^\"]*)\""));
    }
    for (String page : found(MAIN.resolve("pages/FrontDesk.java"), "case \"(/[^\"]*)\"")) {
      mounted.add(page);
    }
    for (String page :
        found(MAIN.resolve("pages/FrontDesk.java"), "(?:after|startsWith)\\(\"(/[^\"]*)\"")) {
      mounted.add(page + "*");
    }
    assertDescribed(mounted);
  }

  @Test
  void every_parameter_of_feeds_is_described() {
    var described =
        openapi
            .at("/paths")
            .get("/feeds/{regions}.{format}")
            .at("/get/parameters")
            .findValuesAsText("name");
    assertThat(described).contains("regions", "format", "kind", "topic", "lang", "q");
  }

  @Test
  void every_operation_has_its_own_name_a_summary_and_answers() {
    var names = new TreeSet<String>();
    for (JsonNode path : openapi.get("paths")) {
      path.properties().stream()
          .filter(one -> METHODS.contains(one.getKey()))
          .map(java.util.Map.Entry::getValue)
          .forEach(
              operation -> {
                assertThat(names.add(operation.path("operationId").asText())).isTrue();
                assertThat(operation.path("summary").asText()).isNotBlank();
                assertThat(operation.path("responses")).isNotEmpty();
              });
    }
  }

  @Test
  void every_reference_leads_somewhere() {
    assertThat(openapi.get("openapi").asText()).startsWith("3.1");
    assertThat(openapi.findValuesAsText("$ref"))
        .filteredOn(reference -> reference.startsWith("#"))
        .isNotEmpty()
        .allSatisfy(
            reference -> assertThat(openapi.at(reference.substring(1)).isMissingNode()).isFalse());
  }

  /** Patterns such as {@code /items/:id} and {@code /feeds/*}, in the words of OpenAPI. */
  private void assertDescribed(List<String> mounted) {
    var described = new ArrayList<String>();
    openapi.get("paths").fieldNames().forEachRemaining(described::add);
    assertThat(mounted)
        .isNotEmpty()
        .allSatisfy(
            path -> {
              String wanted = path.replaceAll(":\\w+|\\{\\w+}", "{}");
              assertThat(described)
                  .as("paths of openapi.yaml")
                  .anyMatch(known -> matches(wanted, known.replaceAll("\\{\\w+}", "{}")));
            });
  }

  private static boolean matches(String wanted, String known) {
    return wanted.endsWith("*")
        ? known.startsWith(wanted.substring(0, wanted.length() - 1))
        : known.equals(wanted);
  }

  private static Set<String> found(Path file, String pattern) {
    try {
      return Pattern.compile(pattern)
          .matcher(Files.readString(file))
          .results()
          .map(match -> match.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Path.of("src/main/resources/openapi.yaml").toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
