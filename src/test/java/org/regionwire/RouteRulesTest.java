package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersionDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Routes say where a message goes and what happens when that fails, and nothing else. */
class RouteRulesTest {
  private static final Set<String> SCRIPTS =
      Set.of(
          "groovy", "java", "joor", "js", "jexl", "mvel", "ognl", "python", "script", "spel",
          "wasm");

  /** Neither an article nor "stores", "stored" or "storing". */
  private static final String VERB_FIRST =
      "(?!(An?|The|This|When|For|Each|Every) )[A-Z][a-z]*(?<!ing|ed|[^s]s),? .*[^.]";

  private static final String HOST_OR_PORT = "(?s).*(://|localhost|\\d+\\.\\d+\\.\\d+|:\\d{2}).*";

  @TempDir private static Path home;

  private static Wiring wiring;
  private static JsonSchema schema;

  @BeforeAll
  static void wire() throws Exception {
    wiring =
        new Wiring(
            new Settings(Map.of("REGIONWIRE_HOME", home.toString()), new Properties()), () -> {});
    try (var in = RouteRulesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
      JsonNode source = new JsonMapper().readTree(in);
      schema = JsonSchemaFactory.getInstance(SpecVersionDetector.detect(source)).getSchema(source);
    }
  }

  @AfterAll
  static void close() throws Exception {
    wiring.close();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_is_short_and_named_by_its_stage(Path file) throws IOException {
    assertThat(file.getFileName().toString()).matches("\\d\\d-[a-z-]+\\.camel\\.yaml");
    assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_is_valid_against_the_schema_of_the_language(Path file) {
    assertThat(schema.validate(tree(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_route_has_its_files_name(Path file) {
    String name = file.getFileName().toString().replaceAll("^\\d\\d-|\\.camel\\.yaml$", "");
    assertThat(routes(file)).allSatisfy(r -> assertThat(id(r)).matches(name + "(-[a-z-]+)?"));
  }

  @Test
  void no_two_routes_have_the_same_id() throws IOException {
    var ids = files().stream().flatMap(file -> routes(file).stream()).map(RouteRulesTest::id);
    assertThat(ids).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_route_says_what_it_does(Path file) {
    assertThat(routes(file))
        .allSatisfy(r -> assertThat(r.path("description").asText()).matches(VERB_FIRST));
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_route_makes_a_promise(Path file) throws IOException {
    var promises = new ArrayList<String>();
    for (Path each : files()) {
      tree(each).findValues("routeConfiguration").forEach(c -> promises.add(id(c)));
    }
    assertThat(routes(file))
        .allSatisfy(
            r -> {
              if (r.has("routeConfigurationId")) {
                assertThat(promises).contains(r.get("routeConfigurationId").asText());
              } else {
                assertThat(r.has("errorHandler")).as(id(r) + " has a promise").isTrue();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_holds_no_script(Path file) {
    walk(tree(file), "", (name, value) -> assertThat(SCRIPTS).doesNotContain(name));
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_names_no_host_port_or_path(Path file) {
    walk(
        tree(file),
        "",
        (name, value) -> {
          assertThat(value.asText()).doesNotMatch(HOST_OR_PORT);
          if (!value.asText().startsWith("platform-http:")) {
            assertThat(value.asText()).doesNotContain("/", "\\");
          }
          if (value.asText().startsWith("file:")) {
            assertThat(value.asText()).matches("file:\\{\\{[a-z.]+}}");
          }
        });
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_bean_is_bound_and_has_the_method(Path file) {
    for (JsonNode bean : tree(file).findValues("bean")) {
      String ref = bean.path("ref").asText();
      assertThat(wiring.beans()).containsKey(ref);
      String method = bean.path("method").asText().replaceFirst("\\(.*", "");
      assertThat(Arrays.stream(wiring.beans().get(ref).getClass().getMethods()))
          .extracting(Method::getName)
          .as("methods of " + ref)
          .contains(method);
    }
    walk(
        tree(file),
        "",
        (name, value) -> {
          if (value.asText().startsWith("#")) {
            assertThat(wiring.beans()).containsKey(value.asText().substring(1));
          }
        });
  }

  private static JsonNode tree(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> routes(Path file) {
    return tree(file).findValues("route");
  }

  private static String id(JsonNode routeOrConfiguration) {
    return routeOrConfiguration.path("id").asText();
  }

  /** Visits every value with the name of its field; an array's values have the array's name. */
  private static void walk(JsonNode node, String name, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(name, node);
    if (node.isArray()) {
      node.forEach(each -> walk(each, name, visitor));
    } else {
      node.properties().forEach(each -> walk(each.getValue(), each.getKey(), visitor));
    }
  }
}
