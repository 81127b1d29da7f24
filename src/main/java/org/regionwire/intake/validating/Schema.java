package org.regionwire.intake.validating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The shape of a submission, as {@code /schema/news-item.json} has it. */
final class Schema {
  private static final String RESOURCE = "/schema/news-item.json";

  private final JsonSchema compiled;
  private final SchemaMessages messages;

  Schema() {
    JsonNode source = source();
    var config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(false)
            .locale(Locale.ROOT)
            .cacheRefs(true)
            .preloadJsonSchema(true)
            .build();
    var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    this.compiled = factory.getSchema(source, config);
    this.compiled.initializeValidators();
    this.messages = new SchemaMessages(source);
  }

  void check(ObjectNode tree, Problems problems) {
    for (ValidationMessage message : compiled.validate(tree)) {
      if (problems.full()) {
        return;
      }
      messages.translate(message, problems);
    }
  }

  private static JsonNode source() {
    try (var in = Schema.class.getResourceAsStream(RESOURCE)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
