package org.regionwire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class JsonLinesTest {
  @Test
  void what_is_logged_is_one_line_whatever_is_in_it() throws Exception {
    var event =
        new LoggingEvent(
            "here",
            (Logger) LoggerFactory.getLogger("org.regionwire.items"),
            Level.ERROR,
            "two\nlines of {}",
            new IllegalStateException("so \"it\" is"),
            new Object[] {"text"});
    event.setKeyValuePairs(List.of(new KeyValuePair("item", "abc")));
    String line = new String(new JsonLines("a").encode(event), UTF_8);
    assertThat(line).endsWith("\n").containsOnlyOnce("\n");
    var json = new ObjectMapper().readTree(line);
    assertThat(json.path("message").asText()).isEqualTo("two\nlines of text");
    assertThat(json.path("level").asText()).isEqualTo("ERROR");
    assertThat(json.path("item").asText()).isEqualTo("abc");
    assertThat(json.path("node").asText()).isEqualTo("a");
    assertThat(json.path("error").asText()).contains("so \"it\" is").contains("JsonLinesTest");
  }
}
