package org.regionwire.intake.validating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SchemaTest {
  @Test
  void the_schema_is_a_valid_schema() throws IOException {
    var meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SchemaId.V202012));
    assertThat(meta.validate(schema())).isEmpty();
  }

  @Test
  void every_field_says_what_it_is_and_no_object_takes_unknown_ones() throws IOException {
    everyFieldSaysWhatItIs(schema());
  }

  private static void everyFieldSaysWhatItIs(JsonNode object) {
    assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
    for (var field : object.path("properties").properties()) {
      assertThat(field.getValue().path("title").asText()).as(field.getKey()).isNotBlank();
      if (field.getValue().has("properties")) {
        everyFieldSaysWhatItIs(field.getValue());
      }
    }
  }

  private static JsonNode schema() throws IOException {
    return new ObjectMapper()
        .readTree(SchemaTest.class.getResourceAsStream("/schema/news-item.json"));
  }
}
